import { z } from 'zod';
import { because } from '../../platform/content/yaml-text.js';
import { studyTexts } from './text.js';

/** What the files of this folder are written with. */
export const Sentence = z.string().trim().min(1).max(900);
export const Both = z.strictObject({ fr: Sentence, en: Sentence });
/** What a thing is called by other files and in the database: it stays when the words change. */
export const Id = z
  .string()
  .max(60)
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/);

/** Tells every id of a list that stood there before. */
export function eachOnce(list: readonly { readonly id: string }[], context: z.RefinementCtx, at: string): void {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    const path = [at, index, 'id'];
    if (seen.has(id)) context.addIssue({ code: 'custom', path, ...because(studyTexts.inBoth.messages.idTwice(id)) });
    seen.add(id);
  }
}
