import { z } from 'zod';
import { readYamlFile } from '../../platform/content/yaml-file.js';
import { because } from '../../platform/content/yaml-text.js';
import { typesetAll } from '../../platform/i18n/texts.js';
import type { FileReading } from '../../platform/content/last-good.js';
import { Both, eachOnce, Id, Sentence } from './study-schema.js';
import { studyTexts } from './text.js';

const Term = z.strictObject({
  id: Id,
  fr: Sentence,
  en: Sentence,
  definition: Both,
  /** The units that teach it, by the names their addresses have. */
  units: z.array(z.string()).min(1).max(20),
});

/** `glossary.yaml`: the words of the course, in both languages. */
const fileWith = (units: ReadonlySet<string>) =>
  z.strictObject({ terms: z.array(Term).max(1000) }).superRefine(({ terms }, context) => {
    eachOnce(terms, context, 'terms');
    for (const [index, term] of terms.entries())
      for (const [at, unit] of term.units.entries()) {
        const path = ['terms', index, 'units', at];
        if (!units.has(unit)) context.addIssue({ code: 'custom', path, ...unknown(unit) });
        else if (term.units.indexOf(unit) < at) context.addIssue({ code: 'custom', path, ...twice(unit) });
      }
  });

const unknown = (unit: string) => because(studyTexts.inBoth.messages.noSuchUnit(unit));
const twice = (unit: string) => because(studyTexts.inBoth.messages.unitTwice(unit));

export type Term = z.infer<typeof Term>;

export function readGlossary(text: string, file: string, units: ReadonlySet<string>): FileReading<readonly Term[]> {
  const { value, problems } = readYamlFile(text, file, fileWith(units));
  // A term is a text in two languages itself: what stands within it is set apart.
  return { value: value && value.terms.map((term) => ({ ...term, definition: typesetAll(term.definition) })), problems };
}
