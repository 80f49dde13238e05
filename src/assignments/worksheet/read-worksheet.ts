import { readYamlFile, type YamlFileReading } from '../../platform/content/yaml-file.js';
import { because } from '../../platform/content/yaml-text.js';
import type { Say } from './mistakes.js';
import type { Surroundings } from './resolve-checks.js';
import { type ResolvedParts, resolveWorksheet } from './resolve-worksheet.js';
import { soundParts } from './sound-parts.js';
import type { WorksheetSchema } from './worksheet.shared.js';
import { WorksheetFile } from './worksheet-file.js';

/** Text of a `worksheet.yaml` in, schema out; null where anything is wrong, and then every mistake is told with its line. */
export function readWorksheet(text: string, file: string, surroundings: Surroundings): YamlFileReading<WorksheetSchema> {
  let parts: ResolvedParts;
  // What the parts say of each other is looked at even where one of them cannot be read.
  const schema = WorksheetFile.superRefine(
    (value, context) => {
      const say: Say = (path, reason) => context.addIssue({ code: 'custom', path: [...path], ...because(reason) });
      parts = resolveWorksheet(soundParts(value), surroundings, say);
    },
    { when: () => true },
  ).transform(({ version, title, conventions }): WorksheetSchema => ({ version, title, timeZone: conventions.time_zone, ...parts }));
  return readYamlFile(text, file, schema);
}
