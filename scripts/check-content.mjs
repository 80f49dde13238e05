// A step of `npm run check`: reads every file of slides/ and assignments/ as the server does, and names each mistake with
// its file, line and reason, in both languages; then lays the two decks of each unit side by side. A slide that differs
// beyond its words is a mistake too, a deck that the other one left behind a warning.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ROOT } from './build.mjs';

await ensureBuilt();
const built = (path) => import(pathToFileURL(join(ROOT, 'dist/src', path)));
await import('reflect-metadata');
const { CurriculumContent } = await built('curriculum/content.js');
const { AssignmentLibrary } = await built('assignments/content.js');
const { deckPairs, differencesOf, warningsOf } = await built('slides/compare/deck-pairs.js');

const content = new CurriculumContent(join(ROOT, 'slides'));
const pairs = await deckPairs(content, ROOT);
const problems = [...content.problems(), ...new AssignmentLibrary().problems(), ...pairs.flatMap(differencesOf)];
const say = ({ file, line, reason }, kind = '') => console.log(`${kind}${file}:${line}\n  ${reason.en}\n  ${reason.fr}`);
for (const problem of problems) say(problem);
for (const warning of pairs.flatMap(warningsOf)) say(warning, 'warning: ');
process.exitCode = problems.length === 0 ? 0 : 1;
