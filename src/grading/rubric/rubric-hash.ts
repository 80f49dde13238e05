import { createHash } from 'node:crypto';
import type { Rubric } from '../../assignments/index.js';

const known = new WeakMap<Rubric, string>();

/** Names a rubric by what it says: the same words and points give the same hash, in whatever order a file lists its keys. */
export function rubricHash(rubric: Rubric): string {
  const hash =
    known.get(rubric) ??
    createHash('sha256')
      .update(JSON.stringify(ordered(rubric)))
      .digest('hex');
  known.set(rubric, hash);
  return hash;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, ordered(entry)]),
  );
}
