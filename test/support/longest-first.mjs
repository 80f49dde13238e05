// The order of the test files. Two workers are done at the same time when the longest files begin; Jest would learn those from its
// last run, which a fresh machine has not had. A file that is listed and gone stops the run, so that the list stays true.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The longest first: `npm test` names the slowest ten at its end. */
const LONGEST = [
  'test/matrix/matrix.spec.ts',
  'test/pictures/pictures.spec.ts',
  'test/browser/accessibility.spec.ts',
  'test/matrix/canary.spec.ts',
  'test/admin/start.spec.ts',
  'test/kill/hand-in.spec.ts',
  'test/architecture/odd-input.spec.ts',
  'test/browser/decks.spec.ts',
  'test/kill/grading.spec.ts',
  'test/browser/story.fr.spec.ts',
  'test/browser/story.en.spec.ts',
  'test/browser/week.spec.ts',
  'test/browser/grading.spec.ts',
  'test/browser/bookmark.spec.ts',
  'test/slides/deck-pdf.spec.ts',
  'test/architecture/routes.spec.ts',
];

/** Answers what Jest asks of a sequencer. It learns nothing, so that the order is the same on every machine. */
export default class LongestFirst {
  sort(tests) {
    const bySize = tests.toSorted((one, other) => statSync(other.path).size - statSync(one.path).size);
    const listed = LONGEST.flatMap((name) => bySize.filter((test) => test.path === pathOf(name, test)));
    return [...listed, ...bySize.filter((test) => !listed.includes(test))];
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Nothing is kept.
  }
}

function pathOf(name, { context }) {
  const path = join(context.config.rootDir, name);
  if (!existsSync(path)) throw new Error(`${name} stands in the list of the longest test files, and is not there.`);
  return path;
}
