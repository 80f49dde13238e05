import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { type FormResult, readForm } from '../../platform/http/form.js';
import { Occurrence, readDateTime } from '../../platform/local-time/date-time-field.js';
import { curriculumTexts } from '../text.js';
import type { ReleaseState } from '../unit-release.entity.js';

/** What a lecturer decided about a unit, and the version of the release the page showed them. */
export interface ReleaseWish {
  readonly state: ReleaseState;
  /** Only when scheduled. */
  readonly opensAt: Date | null;
  readonly madeFrom: number;
  /** It was decided on the page of all units, and leads back there. */
  readonly isFromList?: boolean;
}

/** Reads the release form of a unit. Its day and hour are those of the course's zone; an hour that comes twice asks which. */
export const readRelease = (body: unknown, lang: Lang, zone: string): FormResult<ReleaseWish> => readForm(formIn(lang, zone), body);

function formIn(lang: Lang, zone: string) {
  const t = curriculumTexts[lang].release;
  const fields = z.strictObject({
    state: z.enum(['draft', 'scheduled', 'published'], t.stateMissing),
    opens_at: z.string().max(40).default(''),
    occurrence: Occurrence,
    version: z.coerce.number().int().min(0),
    back: z.literal('list').optional(),
  });
  return fields.transform(({ state, opens_at: typed, occurrence, version, back }, context): ReleaseWish => {
    const kept = { state, madeFrom: version, ...(back && { isFromList: true }) };
    if (state !== 'scheduled') return { ...kept, opensAt: null };
    const moment = readDateTime({ field: 'opens_at', typed, occurrence, missing: t.dateMissing }, lang, zone);
    if (moment.ok) return { ...kept, opensAt: moment.at };
    context.addIssue({ code: 'custom', path: [moment.field], message: moment.message });
    return z.NEVER;
  });
}
