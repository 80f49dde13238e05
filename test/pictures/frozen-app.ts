import { jest } from '@jest/globals';
import * as crypto from 'node:crypto';
import type { FileChanges } from '../../src/slides/compare/changes.js';
import type { TestApp } from '../support/test-app.js';
import { FROZEN_AT, freezeClock } from './frozen-clock.js';

/** The demonstration class on one day that never passes: its ids, codes and times are the same whenever and wherever it is made. */
export async function openFrozenApp(): Promise<TestApp> {
  const random = fixRandomness();
  await fixCommits();
  const { startApp } = await import('../support/test-app.js');
  const { DemonstrationLoader } = await import('../../src/admin/demonstration/loader.js');
  const app = await startApp({}, freezeClock);
  random.restart();
  await app.nest.get(DemonstrationLoader).load();
  await app.drainJobs();
  return app;
}

/**
 * What the rooms take from chance, counted instead. Must come before the rooms are loaded; restarted once they are, so that
 * what a room takes for itself at its start changes nothing in the class.
 */
function fixRandomness(): { restart(): void } {
  let count = 0;
  jest.unstable_mockModule('node:crypto', () => ({
    ...crypto,
    randomUUID: () => `00000000-0000-4000-9000-${(count += 1).toString(16).padStart(12, '0')}`,
    randomInt: (below: number) =>
      crypto
        .createHash('sha256')
        .update(`${(count += 1)}`)
        .digest()
        .readUInt32BE() % below,
  }));
  return { restart: () => void (count = 0) };
}

/** The page that compares decks says when each was last committed: one and the same moment. */
async function fixCommits(): Promise<void> {
  const path = '../../src/slides/compare/changes.js';
  const changes = await import('../../src/slides/compare/changes.js');
  const committed: FileChanges = { first: FROZEN_AT, last: FROZEN_AT, source: 'commits' };
  const changesOf: typeof changes.changesOf = async (_folder, files) => new Map(files.map((file) => [file, committed]));
  jest.unstable_mockModule(path, () => ({ ...changes, changesOf }));
}
