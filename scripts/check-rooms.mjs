// A step of `npm run check`: whether every import keeps to the walls, and the rooms as they stand: their files, their lines, what
// each uses, circles and the longest files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, format } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { isMain } from './main.mjs';

const LONGEST = 5;
const SPEC = /\.spec\.tsx?$/;

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
/** Lowest first: each room has a rule of what it may not reach. */
const ORDER = forbidden.flatMap(({ name }) => /^(.+)-looks-down-only$/.exec(name)?.[1] ?? []);

/** What dependency-cruiser knows of the folders: its report with `modules` and a `summary` of broken rules. */
async function readImports(folders) {
  const { output } = await cruise(
    folders,
    { ...options, ruleSet: { forbidden }, validate: true },
    {},
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  return output;
}

const roomOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];
const linesOf = (path) => readFileSync(path, 'utf8').split('\n').length - 1;

/** One entry a room, lowest first: `{ name, files, lines, uses }`; tests are not counted. */
function roomsOf(modules) {
  const rooms = new Map();
  for (const { source, dependencies } of modules.filter((one) => roomOf(one.source) && !SPEC.test(one.source))) {
    const room = rooms.get(roomOf(source)) ?? { name: roomOf(source), files: 0, lines: 0, uses: new Set() };
    rooms.set(room.name, room);
    room.files++;
    room.lines += linesOf(source);
    for (const used of dependencies.map(({ resolved }) => roomOf(resolved))) if (used && used !== room.name) room.uses.add(used);
  }
  return ORDER.flatMap((name) => rooms.get(name) ?? []);
}

function draw({ modules, summary }) {
  const rooms = roomsOf(modules);
  for (const { name, files, lines, uses } of rooms)
    console.log(
      `${name.padEnd(16)} ${String(files).padStart(4)} files ${String(lines).padStart(6)} lines  ${ORDER.filter((one) => uses.has(one)).join(' ')}`,
    );
  const circles = summary.violations.filter(({ rule }) => rule.name === 'no-circles').length;
  const longest = modules
    .filter(({ source }) => source.startsWith('src/') && !SPEC.test(source))
    .map(({ source }) => `${linesOf(source)} ${source.slice('src/'.length)}`)
    .sort((one, other) => parseInt(other) - parseInt(one));
  console.log(
    `${rooms.length} rooms, ${circles} circles, ${summary.totalDependenciesCruised} imports. Longest: ${longest.slice(0, LONGEST).join(', ')}`,
  );
}

if (isMain(import.meta.url)) {
  const report = await readImports(['src', 'migrations']);
  if (report.summary.error > 0) console.log((await format(report, { outputType: 'err' })).output);
  draw(report);
  process.exitCode = report.summary.error > 0 ? 1 : 0;
}
