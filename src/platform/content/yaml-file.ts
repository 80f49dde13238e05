import type { z } from 'zod';
import type { ContentProblem } from '../../kernel/content-problem.js';
import type { Localised } from '../../kernel/localised.js';
import { typesetAll } from '../i18n/texts.js';
import { readYaml } from './yaml-text.js';

/**
 * Content: how the rooms read the files of `slides/` and `assignments/`, and tell what is wrong in them. Not for what the files
 * mean: each room has the schemas of its own.
 */
export type YamlFileReading<T> =
  { readonly value: T; readonly problems: readonly [] } | { readonly value: null; readonly problems: readonly ContentProblem[] };

/** What the text of a file says, in the typography of each language; null where problems stand in the way. */
export function readYamlFile<T>(text: string, file: string, schema: z.ZodType<T>): YamlFileReading<T> {
  const read = readYaml(text, schema);
  if (read.ok) return { value: typesetAll(read.value), problems: [] };
  return { value: null, problems: read.problems.map(({ line, reason }) => problemIn(file, reason, line)) };
}

/** By default of the file as a whole: that it is missing, or does not agree with another. */
export const problemIn = (file: string, reason: Localised, line = 1): ContentProblem => ({ file, line, reason: typesetAll(reason) });
