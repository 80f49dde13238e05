import { z } from 'zod';
import type { CellPlace } from '../sheet/worksheet.shared.js';

const Query = z.object({
  row: z.uuid().nullable().catch(null),
  field: z.string().max(200).nullable().catch(null),
  before: z.coerce.number().int().positive().nullable().catch(null),
  done: z.enum(['restored', 'overtaken']).nullable().catch(null),
});

export interface AskedHistory {
  readonly cell: CellPlace | null;
  readonly before: number | null;
  readonly done: 'restored' | 'overtaken' | null;
}

/** Which part of the history an address asks for; what it does not say well counts as not said. */
export function readAsked(query: unknown): AskedHistory {
  const { row, field, before, done } = Query.parse(query ?? {});
  return { cell: row && field ? { row, field } : null, before, done };
}
