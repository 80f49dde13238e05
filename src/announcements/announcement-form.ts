import { z } from 'zod';
import { type Lang, LANGS } from '../kernel/localised.js';
import { type FormResult, readForm } from '../platform/http/form.js';
import { Occurrence, readDateTime } from '../platform/local-time/date-time-field.js';
import type { Words, WordsByLang } from './announcement.js';
import { announceTexts } from './text.js';

const TITLE_CHARACTERS = 200;
const BODY_CHARACTERS = 20_000;

/** What a lecturer wrote, and the version of the announcement the page showed them. */
export interface AnnouncementWish {
  /** Of a new one: given to its form, so that the same form sent twice is written once. */
  readonly id: string | null;
  readonly words: WordsByLang;
  /** Null for the whole course. */
  readonly sectionId: string | null;
  /** `kept`: it is published, and its date and readers are what they are. */
  readonly when: 'now' | 'kept' | Date;
  /** 0 for a new one. */
  readonly madeFrom: number;
}

/** Reads the form of an announcement. Its day and hour are those of the course's zone; an hour that comes twice asks which. */
export const readAnnouncement = (body: unknown, lang: Lang, zone: string): FormResult<AnnouncementWish> =>
  readForm(formIn(lang, zone), body);

const text = (length: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((value) => value.length <= length, tooLong);

type Complain = (field: string, message: string) => void;

function formIn(lang: Lang, zone: string) {
  const t = announceTexts[lang].form;
  const title = text(TITLE_CHARACTERS, t.titleTooLong(TITLE_CHARACTERS)).transform((value) => value.replace(/\s+/g, ' '));
  const body = text(BODY_CHARACTERS, t.bodyTooLong(BODY_CHARACTERS));
  const fields = z.strictObject({
    id: z.uuid().optional(),
    title_fr: title,
    body_fr: body,
    title_en: title,
    body_en: body,
    section: z.union([z.literal(''), z.uuid()], t.sectionWrong).default(''),
    when: z.enum(['now', 'later', 'kept'], t.whenMissing),
    publish_at: z.string().max(40).default(''),
    occurrence: Occurrence,
    version: z.coerce.number().int().min(0).default(0),
  });
  return fields.transform((typed, context): AnnouncementWish => {
    let isWrong = false;
    const complain: Complain = (field, message) => {
      isWrong = true;
      context.addIssue({ code: 'custom', path: [field], message });
    };
    const words = wordsIn(typed, t, lang, complain);
    const later = (): Date | null => {
      const { publish_at: local, occurrence } = typed;
      const moment = readDateTime({ field: 'publish_at', typed: local, occurrence, missing: t.dateMissing }, lang, zone);
      if (!moment.ok) complain(moment.field, moment.message);
      return moment.ok ? moment.at : null;
    };
    const when = typed.when === 'later' ? later() : typed.when;
    if (isWrong || when === null) return z.NEVER;
    return { id: typed.id ?? null, words, sectionId: typed.section || null, when, madeFrom: typed.version };
  });
}

type FormText = (typeof announceTexts)[Lang]['form'];
type TypedWords = Readonly<Record<`${'title' | 'body'}_${Lang}`, string>>;

/** One language is enough, whole. */
function wordsIn(typed: TypedWords, t: FormText, lang: Lang, complain: Complain): WordsByLang {
  const read = (one: Lang): Words | null => {
    const [title, body] = [typed[`title_${one}`], typed[`body_${one}`]];
    if (title && !body) complain(`body_${one}`, t.bodyMissing);
    if (body && !title) complain(`title_${one}`, t.titleMissing);
    return title && body ? { title, body } : null;
  };
  if (LANGS.every((one) => !typed[`title_${one}`] && !typed[`body_${one}`])) complain(`title_${lang}`, t.nothingWritten);
  return { fr: read('fr'), en: read('en') };
}
