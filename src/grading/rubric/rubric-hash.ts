import { createHash } from 'node:crypto';
import { stringify } from 'safe-stable-stringify';
import type { Rubric } from '../../assignments/index.js';

const known = new WeakMap<Rubric, string>();

/** Names a rubric by what it says: the same words and points give the same hash, in whatever order a file lists its keys. */
export function rubricHash(rubric: Rubric): string {
  const hash = known.get(rubric) ?? createHash('sha256').update(stringify(rubric)).digest('hex');
  known.set(rubric, hash);
  return hash;
}
