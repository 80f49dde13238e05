import { type Course, PeopleService } from '../../people/index.js';
import { isDay } from '../../platform/clock/zoned.js';
import type { CourseRef } from '../../platform/security/actor.js';
import { type CopyWish, CourseCopier, SLUG, SlugTaken, termOf } from '../../course-settings/index.js';
import { BadUsage, type Command, CommandFailed, type Given, requiredText, textOf } from './command.js';

export const courseCopy: Command = {
  name: 'course copy',
  takes: 'SLUG NEW-SLUG --first-day DAY',
  summary: 'Copies a course to another term, with all dates shifted: no students, no work, no announcements.',
  help: [
    '--first-day DAY    the day of the first class, 2027-01-12; hours stay as they are, across changes of time',
    '--keep-published   units that are published stay so; without it they become drafts',
    '--title-fr, --title-en, --term-fr, --term-en TEXT',
    'Whoever teaches the course teaches the copy.',
  ],
  options: {
    'first-day': { type: 'string' },
    'keep-published': { type: 'boolean' },
    ...Object.fromEntries(['title-fr', 'title-en', 'term-fr', 'term-en'].map((name) => [name, { type: 'string' as const }])),
  },
  run: async (given, context) => {
    const [from, slug] = slugsOf(given);
    const firstDay = requiredText(given, 'first-day');
    if (!isDay(firstDay)) throw new BadUsage(`“${firstDay}” is no day; one looks like 2027-01-12.`);
    const app = await context.application();
    const people = app.get(PeopleService);
    const course = await people.findCourse(from);
    if (!course) throw new CommandFailed(`There is no course ${from}.`);
    const wish = wishOf(given, course, { slug, firstDay });
    const lecturers = await people.listLecturerIds(course.id);
    const copier = app.get(CourseCopier);
    const plan = await copier.plan(refOf(course), wish);
    const by = { actorId: null, lecturers };
    if ((await copier.copy(refOf(course), wish, by)).kind === 'taken') throw new SlugTaken(slug);
    const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'full', timeStyle: 'short', timeZone: course.timeZone });
    return {
      lines: [
        `The course ${slug} is there, copied from ${from}, with ${plan.meetings.length} classes.`,
        ...plan.meetings.map(({ week, startsAt }) => `Week ${week}: ${day.format(startsAt)}`),
        ...plan.stages.map(({ stage, dueAt }) => `Stage ${stage.spec.number}, ${stage.spec.title.en}: due ${day.format(dueAt)}`),
        'Nobody but its lecturers is enrolled, and no announcement was copied.',
      ],
      facts: {
        slug,
        from,
        lecturers: lecturers.length,
        meetings: plan.meetings.map(({ week, startsAt, endsAt }) => ({ week, startsAt, endsAt })),
        stages: plan.stages.map(({ stage, opensAt, dueAt }) => ({ key: stage.spec.key, opensAt, dueAt })),
        releases: plan.releases,
      },
    };
  },
};

function slugsOf({ words }: Given): [from: string, to: string] {
  const [from, to, ...rest] = words;
  if (!from || !to) throw new BadUsage('Name the course and its copy: SLUG NEW-SLUG.');
  if (rest.length > 0) throw new BadUsage(`“${rest[0]}” is one word too many.`);
  if (!SLUG.test(to)) throw new BadUsage('A slug is made of small letters, digits and single hyphens: winter-2027.');
  return [from, to];
}

function wishOf(given: Given, { titleFr, titleEn }: Course, { slug, firstDay }: Pick<CopyWish, 'slug' | 'firstDay'>): CopyWish {
  const term = termOf(firstDay);
  return {
    slug,
    firstDay,
    requestKey: null,
    published: given.values['keep-published'] === true ? 'published' : 'draft',
    title: { fr: textOf(given, 'title-fr') ?? titleFr, en: textOf(given, 'title-en') ?? titleEn },
    term: { fr: textOf(given, 'term-fr') ?? term.fr, en: textOf(given, 'term-en') ?? term.en },
  };
}

const refOf = ({ id, slug, timeZone, isDemonstration, archivedAt, ...words }: Course): CourseRef => ({
  id,
  slug,
  timeZone,
  isDemonstration,
  isArchived: archivedAt !== null,
  title: { fr: words.titleFr, en: words.titleEn },
  term: { fr: words.termFr, en: words.termEn },
});
