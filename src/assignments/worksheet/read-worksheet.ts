import { readYamlFile, type YamlFileReading } from '../../platform/content/yaml-file.js';
import { because } from '../../platform/content/yaml-text.js';
import type { Surroundings } from './resolve-checks.js';
import { resolveWorksheet } from './resolve-worksheet.js';
import { soundParts } from './sound-parts.js';
import type { WorksheetSchema } from './worksheet.shared.js';
import { WorksheetFile } from './worksheet-file.js';

/** Text of a `worksheet.yaml` in, schema out; null where anything is wrong, and then every mistake is told with its line. */
export function readWorksheet(text: string, file: string, surroundings: Surroundings): YamlFileReading<WorksheetSchema> {
  const { value, problems } = readYamlFile(text, file, fileAmong(surroundings));
  if (!value) return { value, problems };
  const { version, title, conventions } = value;
  const parts = resolveWorksheet(soundParts(value), surroundings, () => undefined);
  return { value: { version, title, timeZone: conventions.time_zone, ...parts }, problems: [] };
}

/** What the parts say of each other is looked at even where one of them cannot be read. */
const fileAmong = (surroundings: Surroundings) =>
  WorksheetFile.superRefine(
    (file, context) => {
      resolveWorksheet(soundParts(file), surroundings, (path, reason) =>
        context.addIssue({ code: 'custom', path: [...path], ...because(reason) }),
      );
    },
    { when: () => true },
  );
