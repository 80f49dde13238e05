import { z } from 'zod';
import type { StageDatesWish } from '../../assignments/index.js';
import type { MeetingWish } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { isDay, readLocal } from '../../platform/clock/zoned.js';
import { type FormResult, readForm } from '../../platform/http/form.js';
import { settingsTexts } from './text.js';

export interface StageWish extends StageDatesWish {
  /** They were told that the deadline would be past at once, and want it so. */
  readonly isConfirmed: boolean;
}

const Version = z.coerce.number().int().min(0).max(2_000_000_000);
type Which = 'first' | 'second';

/** Of an hour that comes twice, the night clocks go back, the one that suits who is waiting for it. */
function instantIn(local: string, zone: string, which: Which): Date | 'never' | null {
  const reading = isDay(local.slice(0, 10)) ? readLocal(local, zone) : null;
  if (!reading) return null;
  if (reading.kind === 'never') return 'never';
  return reading.kind === 'once' ? reading.at : reading[which];
}

/** Reads the form of one class, in the hours of the course's zone. */
export function readMeeting(body: unknown, lang: Lang, zone: string): FormResult<MeetingWish> {
  const t = settingsTexts[lang];
  const [named, placed] = [
    z.string().trim().min(1, t.class.titleMissing).max(200, t.class.tooLong),
    z.string().trim().max(200, t.class.tooLong),
  ];
  const form = z
    .strictObject({
      day: z.string(),
      from: z.string(),
      to: z.string(),
      cancelled: z.literal('on').optional(),
      version: Version,
      title_fr: named,
      title_en: named,
      place_fr: placed.default(''),
      place_en: placed.default(''),
    })
    .transform(({ day, from, to, cancelled, version: madeFrom, ...words }, context): MeetingWish => {
      const wrong = (field: string, message: string): MeetingWish => {
        context.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      };
      if (!isDay(day)) return wrong('day', t.timetable.problems.day);
      const [startsAt, endsAt] = [instantIn(`${day}T${from}`, zone, 'first'), instantIn(`${day}T${to}`, zone, 'second')];
      if (!startsAt || startsAt === 'never') return wrong('from', startsAt ? t.hourNever : t.timetable.problems.hour);
      if (!endsAt || endsAt === 'never') return wrong('to', endsAt ? t.hourNever : t.timetable.problems.hour);
      if (endsAt <= startsAt) return wrong('to', t.timetable.problems.order);
      const [title, place] = [
        { fr: words.title_fr, en: words.title_en },
        { fr: words.place_fr, en: words.place_en },
      ];
      return { title, place, startsAt, endsAt, isCancelled: cancelled === 'on', madeFrom };
    });
  return readForm(form, body);
}

/** Reads the dates of one stage. A deadline in an hour that comes twice is the later of the two. */
export function readStageDates(body: unknown, lang: Lang, zone: string): FormResult<StageWish> {
  const t = settingsTexts[lang];
  const form = z
    .strictObject({ opens_at: z.string(), due_at: z.string(), confirmed: z.literal('on').optional(), version: Version })
    .transform(({ opens_at: opens, due_at: due, confirmed, version: madeFrom }, context): StageWish => {
      const wrong = (field: string, message: string): StageWish => {
        context.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      };
      const [opensAt, dueAt] = [instantIn(opens, zone, 'first'), instantIn(due, zone, 'second')];
      if (!opensAt || opensAt === 'never') return wrong('opens_at', opensAt ? t.hourNever : t.stage.dateWrong);
      if (!dueAt || dueAt === 'never') return wrong('due_at', dueAt ? t.hourNever : t.stage.dateWrong);
      if (dueAt <= opensAt) return wrong('due_at', t.stage.order);
      return { opensAt, dueAt, isConfirmed: confirmed === 'on', madeFrom };
    });
  return readForm(form, body);
}
