import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const rooms = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What dependency-cruiser says of a tree of files, one line a broken rule. */
function brokenRules(...folders: string[]): string {
  try {
    execFileSync(process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...folders], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

it('no room reaches up, round or through a wall', () => {
  expect(brokenRules('src', 'migrations')).toBe('');
}, 120_000);

it('every room has a front door', () => {
  const closed = rooms.filter((room) => !['kernel', 'platform'].includes(room) && !existsSync(join('src', room, 'index.ts')));

  expect(closed).toEqual([]);
});

it('every module opens with a sentence on what its room is for', () => {
  const modules = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.module.ts'));
  const mute = modules.filter((file) => !/\/\*\*[^]+?\.\s[^]*?\*\/\n@(Global|Module)\(/.test(readFileSync(join('src', file), 'utf8')));

  expect(modules).not.toEqual([]);
  expect(mute).toEqual([]);
});

/** What is told of the whole application, and not of one room. */
const NO_ROOMS = ['architecture', 'bench', 'browser', 'kill', 'look', 'matrix', 'pictures', 'support'];

it('every story stands in the folder of its room, where `npm test -- ROOM` finds it', () => {
  const entries = readdirSync('test', { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

  expect(entries.filter(({ name }) => /\.spec\.tsx?$/.test(name))).toEqual([]);
  expect(folders.filter((name) => !rooms.includes(name) && !NO_ROOMS.includes(name))).toEqual([]);
});
