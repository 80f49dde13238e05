import type { Fact, Finding, Installation } from './fact.js';
import { fileFacts, migrationsFact } from './file-facts.js';
import { gradingFacts, postingFacts } from './grading-facts.js';
import { submissionFacts } from './submission-facts.js';

export interface Diagnosis extends Finding {
  readonly name: string;
  readonly sentence: string;
}

const FACTS: readonly Fact[] = [...submissionFacts, ...fileFacts, ...gradingFacts, ...postingFacts];

/** Looks for every fact in turn. In a database of another version only that much is said. */
export async function* examine(installation: Installation): AsyncGenerator<Diagnosis> {
  const first = await diagnose(migrationsFact, installation);
  yield first;
  if (first.broken.length > 0) return;
  for (const fact of FACTS) yield diagnose(fact, installation);
}

const diagnose = async (fact: Fact, installation: Installation): Promise<Diagnosis> => ({
  name: fact.name,
  sentence: fact.sentence,
  ...(await fact.look(installation)),
});
