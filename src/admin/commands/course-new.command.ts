import { z } from 'zod';
import { isDay, isZone, mondayOf, readLocal } from '../../platform/clock/zoned.js';
import { Accounts } from '../accounts.service.js';
import { CourseFounder, type CourseWish, type NewCourse, termOf, type Timetable } from '../../course-settings/index.js';
import { BadUsage, type Command, CommandFailed, type Given, listOf, onlyWord, requiredText, textOf } from './command.js';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const TITLE = { fr: 'Marketing entrepreneurial', en: 'Entrepreneurial marketing' };

export const courseNew: Command = {
  name: 'course new',
  takes: 'SLUG --starts DAY [--from 18:30 --to 21:30] [--pause DAY]… [--section NAME]…',
  summary: 'Makes a course of thirteen weeks: its sections, classes, assignments and deadlines.',
  help: [
    '--starts DAY       the day of the first class, 2027-01-12; the others follow on the same weekday',
    '--from, --to HOUR  when a class begins and ends; 18:30 and 21:30 without them',
    '--pause DAY        any day of a week without a class, once for each such week',
    '--zone ZONE        the zone of all hours and deadlines; America/Toronto without it',
    '--section NAME     once for each section; one called “1” without it',
    '--title-fr, --title-en, --term-fr, --term-en, --place-fr, --place-en TEXT',
    '--lecturer EMAIL   an account that teaches it',
  ],
  options: {
    starts: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    zone: { type: 'string' },
    pause: { type: 'string', multiple: true },
    section: { type: 'string', multiple: true },
    ...Object.fromEntries(
      ['title', 'term', 'place'].flatMap((text) => [`${text}-fr`, `${text}-en`]).map((name) => [name, { type: 'string' as const }]),
    ),
    lecturer: { type: 'string' },
  },
  run: async (given, context) => {
    const wish = wishOf(given);
    const app = await context.application();
    const lecturer = textOf(given, 'lecturer')?.toLowerCase();
    if (lecturer && !(await app.get(Accounts).exists(lecturer)))
      throw new CommandFailed(`${lecturer} has no account. Make it first, with “user add”.`);
    const founded = await app.get(CourseFounder).found(wish);
    if (lecturer) await app.get(Accounts).enrol(lecturer, { course: wish.slug, role: 'lecturer', sections: [] });
    return { lines: linesOf(founded, wish), facts: factsOf(founded) };
  },
};

function wishOf(given: Given): CourseWish {
  const slug = Slug.safeParse(onlyWord(given, 'The slug'));
  if (!slug.success) throw new BadUsage('A slug is made of small letters, digits and single hyphens: winter-2027.');
  const timetable = timetableOf(given);
  const sections = [...new Set(listOf(given, 'section'))];
  const localised = (name: string, otherwise: { fr: string; en: string }) => ({
    fr: textOf(given, `${name}-fr`) ?? otherwise.fr,
    en: textOf(given, `${name}-en`) ?? otherwise.en,
  });
  return {
    slug: slug.data,
    title: localised('title', TITLE),
    term: localised('term', termOf(timetable.firstDay)),
    place: localised('place', { fr: '', en: '' }),
    timetable,
    sections: sections.length > 0 ? sections : ['1'],
  };
}

function timetableOf(given: Given): Timetable {
  const [firstDay, from, to] = [requiredText(given, 'starts'), textOf(given, 'from') ?? '18:30', textOf(given, 'to') ?? '21:30'];
  const zone = textOf(given, 'zone') ?? 'America/Toronto';
  if (!isZone(zone)) throw new BadUsage(`“${zone}” is no time zone; one looks like America/Toronto.`);
  if (!isDay(firstDay)) throw new BadUsage(`“${firstDay}” is no day; one looks like 2027-01-12.`);
  for (const hour of [from, to])
    if (!readLocal(`${firstDay}T${hour}`, zone)) throw new BadUsage(`“${hour}” is no hour; one looks like 18:30.`);
  if (from >= to) throw new BadUsage('A class ends after it begins, on the same day.');
  const pauses = listOf(given, 'pause');
  for (const day of pauses) if (!isDay(day)) throw new BadUsage(`“${day}” is no day; one looks like 2027-03-01.`);
  if (pauses.some((day) => mondayOf(day) === mondayOf(firstDay))) throw new BadUsage('The week of the first class cannot be a pause.');
  return { firstDay, from, to, zone, pauses };
}

function linesOf({ meetings, assignments, sections }: NewCourse, { slug, timetable: { firstDay, from, to, zone } }: CourseWish): string[] {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(firstDay));
  const moment = new Intl.DateTimeFormat('en-CA', { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return [
    `The course ${slug} is there, with ${sections.length === 1 ? 'one section' : `${sections.length} sections`}.`,
    `${meetings.length} classes, on ${weekday}s from ${from} to ${to}, from ${firstDay} on (${zone}).`,
    ...assignments.flatMap(({ stages }) =>
      stages.map(({ spec, dueAt }) => `Stage ${spec.number}, ${spec.title.en}: due ${moment.format(dueAt)}`),
    ),
    'Its units are drafts until a lecturer releases them.',
  ];
}

const factsOf = ({ course, sections, meetings, assignments }: NewCourse): object => ({
  id: course.id,
  slug: course.slug,
  sections: sections.map(({ id, name }) => ({ id, name })),
  meetings: meetings.map(({ week, unit, startsAt, endsAt }) => ({ week, unit, startsAt, endsAt })),
  stages: assignments.flatMap(({ stages }) => stages.map(({ spec, opensAt, dueAt }) => ({ key: spec.key, opensAt, dueAt }))),
});
