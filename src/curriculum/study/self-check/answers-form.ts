import { z } from 'zod';
import type { Answers } from './judging.js';
import { answerField, KEY_FIELD } from './self-check.shared.js';

const PREFIX = answerField('');
const Key = z.uuid().nullable().catch(null);
const Chosen = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);

/** A posted form: whatever was answered, under the key of its page. */
export function readAnswersForm(body: unknown): { readonly answers: Answers; readonly key: string | null } {
  const fields = Object.entries(body && typeof body === 'object' ? body : {});
  const given = fields
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, value]) => [name.slice(PREFIX.length), Chosen.parse(value)] as const);
  return { answers: new Map(given), key: Key.parse(fields.find(([name]) => name === KEY_FIELD)?.[1] ?? null) };
}

const Ids = z.array(z.string().max(100)).max(20);
const Finished = z.strictObject({ key: z.uuid(), answers: z.record(z.string().max(100), Ids) });
const Answered = z.strictObject({ question: z.string().max(100), chosen: Ids });

/** A finished try as the page’s script sends it; null for what no page of ours sends. */
export function readFinished(body: unknown): { readonly answers: Answers; readonly key: string } | null {
  const { success, data } = Finished.safeParse(body);
  return success ? { answers: new Map(Object.entries(data.answers)), key: data.key } : null;
}

/** The answer to one question. */
export const readAnswered = (body: unknown): z.infer<typeof Answered> | null => Answered.safeParse(body).data ?? null;

/** A box that is ticked sends its name, one that is not sends nothing. */
const CountingForm = z.object({ counts: z.literal('on').optional(), version: z.coerce.number().int().min(0).max(2_000_000_000) });

export function readCounting(body: unknown): { readonly counts: boolean; readonly madeFrom: number } | null {
  const { success, data } = CountingForm.safeParse(body);
  return success ? { counts: data.counts === 'on', madeFrom: data.version } : null;
}
