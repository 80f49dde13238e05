// A step of `npm run check`: reads every file of slides/ and assignments/ as the server does, and names each mistake with
// its file, line and reason, in both languages.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ROOT } from './build.mjs';

await ensureBuilt();
const built = (path) => import(pathToFileURL(join(ROOT, 'dist/src', path)));
await import('reflect-metadata');
const { CurriculumContent } = await built('curriculum/content.js');
const { AssignmentLibrary } = await built('assignments/content.js');

const problems = [new CurriculumContent(join(ROOT, 'slides')), new AssignmentLibrary()].flatMap((content) => [...content.problems()]);
for (const { file, line, reason } of problems) console.log(`${file}:${line}\n  ${reason.en}\n  ${reason.fr}`);
process.exitCode = problems.length === 0 ? 0 : 1;
