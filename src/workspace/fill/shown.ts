import { z } from 'zod';
import type { Shown } from '../sheet/section-reading.js';

const Query = z.object({
  show: z.enum(['all', 'empty']).catch('all'),
  from: z.coerce.number().int().min(0).max(10_000).catch(0),
});
const Done = z.object({
  done: z.enum(['saved', 'same', 'removed', 'restored', 'moved', 'full']).nullable().catch(null),
  row: z.uuid().nullable().catch(null),
});

/** What has just been done, and to which row. */
export interface Done {
  readonly what: NonNullable<z.infer<typeof Done>['done']>;
  readonly row: string | null;
}

/** What becomes of a row, by the last part of the address that a form is sent to. */
export const DONE_WITH_ROW = {
  removal: { change: 'remove', done: 'removed' },
  restoration: { change: 'restore', done: 'restored' },
  earlier: { change: 'earlier', done: 'moved' },
  later: { change: 'later', done: 'moved' },
} as const;

export function readShown(query: unknown): Shown {
  const { show, from } = Query.parse(query ?? {});
  return { only: show, from };
}

export function readDone(query: unknown): Done | null {
  const { done, row } = Done.parse(query ?? {});
  return done && { what: done, row };
}
