import type { z } from 'zod';
import { FORM_TOKEN_FIELD } from './form-token.shared.js';

/** What the person typed and what is wrong with it: all a page needs to show the form again. */
export interface FormProblems {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}
export type FormResult<T> = { ok: true; value: T } | ({ ok: false } & FormProblems);

/** What somebody typed, field by field: also of a form that could be read and not be done. */
export const typedIn = (body: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((body ?? {}) as Record<string, unknown>).map(([field, value]) => [field, String(value)]));

/** Reads a posted form. Schemas are made per language, so that their messages are sentences for the person. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): FormResult<T> {
  const { [FORM_TOKEN_FIELD]: _, ...fields } = (body ?? {}) as Record<string, unknown>;
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, value: result.data };

  const errors = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]).reverse());
  return { ok: false, typed: typedIn(fields), errors };
}
