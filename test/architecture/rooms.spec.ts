import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const rooms = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it('no room reaches up, round or through a wall', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/check-rooms.mjs'], { encoding: 'utf8' });

  expect(stdout).toContain(`${rooms.length} rooms, 0 circles`);
  expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
}, 120_000);

it('every room has an index.ts', () => {
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
