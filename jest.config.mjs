import { readFileSync } from 'node:fs';

const swcrc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/postgres.mjs',
  globalTeardown: '<rootDir>/test/support/postgres-stop.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.tsx?$',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  // The usual moduleNameMapper for ".js" would rewrite the imports of packages too, and break them.
  resolver: '<rootDir>/jest.resolver.cjs',
  transform: { '^.+\\.tsx?$': ['@swc/jest', { ...swcrc, swcrc: false, sourceMaps: 'inline' }] },
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testTimeout: 30_000,
  // What a test puts in the place of a method is gone before the next one.
  restoreMocks: true,
  maxWorkers: 2,
  // Modules of ECMAScript stay in memory after their test: a worker would grow to several gigabytes.
  workerIdleMemoryLimit: '1GB',
};
