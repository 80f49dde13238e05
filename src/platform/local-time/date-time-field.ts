import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { readLocal } from '../clock/zoned.js';
import { dateTimeTexts } from './text.js';

/** Asked for only where the typed hour comes twice. */
export const OCCURRENCE = 'occurrence';
export const Occurrence = z.enum(['first', 'second']).optional();

export interface TypedDateTime {
  /** The field the day and hour were typed in. */
  readonly field: string;
  readonly typed: string;
  readonly occurrence: z.infer<typeof Occurrence>;
  /** What is said where nothing was typed. */
  readonly missing: string;
}

export type DateTimeReading =
  { readonly ok: true; readonly at: Date } | { readonly ok: false; readonly field: string; readonly message: string };

/** The instant of a day and an hour in a course's zone, or the field that must be mended and why. */
export function readDateTime({ field, typed, occurrence, missing }: TypedDateTime, lang: Lang, zone: string): DateTimeReading {
  const t = dateTimeTexts[lang];
  const wrong = (where: string, message: string): DateTimeReading => ({ ok: false, field: where, message });
  const reading = readLocal(typed, zone);
  if (!reading) return wrong(field, typed ? t.wrong : missing);
  if (reading.kind === 'never') return wrong(field, t.never);
  if (reading.kind === 'once') return { ok: true, at: reading.at };
  return occurrence ? { ok: true, at: reading[occurrence] } : wrong(OCCURRENCE, t.twice);
}
