// Reads every file of slides and assignments as the server does, and lays the two decks of each unit side by side. A mistake,
// or a slide that differs beyond its words, fails the check; a deck that the other one left behind is a warning.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './build.mjs';

const OUT = join(ROOT, 'dist/check-content.mjs');
const SOURCE = `export { CurriculumContent, deckPairs, differencesOf, warningsOf } from './src/curriculum/index.ts';
  export { AssignmentLibrary } from './src/assignments/index.ts';`;

await build({
  stdin: { contents: SOURCE, resolveDir: ROOT, loader: 'ts' },
  ...{ absWorkingDir: ROOT, outfile: OUT, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' },
});
const { CurriculumContent, AssignmentLibrary, deckPairs, differencesOf, warningsOf } = await import(pathToFileURL(OUT).href);

const content = new CurriculumContent(join(ROOT, 'slides'));
const pairs = await deckPairs(content, ROOT);
const mistakes = [...content.problems(), ...new AssignmentLibrary().problems(), ...pairs.flatMap(differencesOf)];
const say =
  (kind) =>
  ({ file, line, reason }) =>
    console.log(`${file}:${line}  ${kind}${reason.en}`);
mistakes.forEach(say(''));
pairs.flatMap(warningsOf).forEach(say('warning: '));
process.exitCode = mistakes.length === 0 ? 0 : 1;
