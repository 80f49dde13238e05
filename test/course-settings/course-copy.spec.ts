import * as cheerio from 'cheerio';
import { runCommand } from '../../src/admin/index.js';
import { createApp } from '../../src/app.js';
import { CurriculumService } from '../../src/curriculum/index.js';
import { PeopleService } from '../../src/people/index.js';
import { localOf } from '../../src/platform/clock/zoned.js';
import { appForFile } from '../support/app-for-file.js';
import type { Visitor } from '../support/test-app.js';
import { type CoursePerson, HOUR } from '../support/world.js';

const ZONE = 'America/Toronto';
/** Tuesdays at half past six, from summer time on. */
const CLASSES = ['2026-09-15T22:30:00Z', '2026-09-22T22:30:00Z', '2026-11-03T23:30:00Z'].map((text) => new Date(text));
const WISH = { slug: 'next-term', title_fr: 'Marketing', title_en: 'Marketing again', term_fr: '', term_en: '', published: 'draft' };

describe('a course is copied to another term', () => {
  const app = appForFile();
  const { world } = app;

  const copyAt = ({ course }: Pick<CoursePerson, 'course'>): string => `/courses/${course.slug}/settings/copy`;
  async function scene() {
    const lecturer = await world.lecturer();
    const { course } = lecturer;
    const curriculum = app.nest.get(CurriculumService);
    await curriculum.addMeetings(
      course.id,
      CLASSES.map((startsAt, index) => ({
        week: index + 1,
        unit: 'web-uses',
        title: { fr: `Séance ${index + 1}`, en: `Class ${index + 1}` },
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3 * HOUR),
        place: { fr: 'Salle B-214', en: 'Room B-214' },
      })),
    );
    await curriculum.addReleases(course.id, [
      { unit: 'web-uses', state: 'published' },
      { unit: 'web-writing', state: 'scheduled', opensAt: CLASSES[1]! },
    ]);
    await world.assignment({ course });
    // Every stage on a Sunday, a minute before midnight; the first opens with the first class.
    await app.database.query(
      `UPDATE stage SET opens_at = '2026-09-15T22:30:00Z', due_at = (timestamp '2026-10-11 23:59' + make_interval(days => 7 * number)) AT TIME ZONE '${ZONE}'`,
    );
    return { lecturer, course, browser: await app.as(lecturer) };
  }
  async function preview(browser: Visitor, lecturer: CoursePerson, fields: object, status = 200) {
    const query = new URLSearchParams({ ...WISH, ...fields } as Record<string, string>);
    return cheerio.load((await browser.get(`${copyAt(lecturer)}?${query}`).expect(status)).text);
  }
  /** Sends the form under the preview, as it stands there. */
  const send = (browser: Visitor, lecturer: CoursePerson, page: cheerio.CheerioAPI) => {
    const fields = page('form[method="post"][action$="/settings/copy"] input')
      .toArray()
      .map((input) => [page(input).attr('name')!, page(input).attr('value')!] as const)
      .filter(([name]) => name !== '_token');
    return browser.post(copyAt(lecturer)).type('form').send(Object.fromEntries(fields));
  };
  const rowsOf = <Row>(sql: string, slug = 'next-term'): Promise<Row[]> =>
    app.database.query<Row>(sql.replace('$course', `(SELECT id FROM course WHERE slug = '${slug}')`));
  const local = (rows: readonly { at: Date }[]): string[] => rows.map(({ at }) => localOf(at, ZONE));

  it('with every date shown first, each at its hour on both sides of a change of time', async () => {
    const { lecturer, browser } = await scene();
    await app.nest.get(PeopleService).addSection(lecturer.course.id, '07');

    const page = await preview(browser, lecturer, { first_day: '2027-01-26' });
    expect(page('tbody').first().text()).toContain('mardi 16\u00a0mars, 18\u00a0h\u00a030');
    expect(await rowsOf('SELECT 1 FROM course WHERE id = $course')).toHaveLength(0);
    const answer = await send(browser, lecturer, page).expect(303);

    expect(answer.headers['location']).toBe('/courses/next-term/settings?done=copied');
    expect(local(await rowsOf('SELECT starts_at AS at FROM meeting WHERE course_id = $course ORDER BY week'))).toEqual([
      '2027-01-26T18:30',
      '2027-02-02T18:30',
      // On 14 March the clocks went forward.
      '2027-03-16T18:30',
    ]);
    const due = local(await rowsOf('SELECT due_at AS at FROM stage WHERE course_id = $course ORDER BY number'));
    expect(due).toEqual(['2027-02-28T23:59', '2027-03-07T23:59', '2027-03-14T23:59', '2027-03-21T23:59']);
    expect(await rowsOf('SELECT name FROM section WHERE course_id = $course')).toContainEqual({ name: '07' });
    await browser.get('/courses/next-term/settings?done=copied').expect(200);
  });

  it.each([
    ['the clocks go back', '2026-10-25', '2026-11-01'],
    ['the clocks go forward', '2027-03-07', '2027-03-14'],
  ])('with a unit that opens at half past six on the day %s, and not an hour off', async (_, firstDay, opening) => {
    const { lecturer, browser } = await scene();
    await send(browser, lecturer, await preview(browser, lecturer, { first_day: firstDay })).expect(303);

    const releases = await rowsOf<{ unit_key: string; at: Date }>(
      'SELECT unit_key, opens_at AS at FROM unit_release WHERE course_id = $course',
    );
    expect(releases.map(({ unit_key: unit }) => unit)).toEqual(['web-writing']);
    expect(local(releases)).toEqual([`${opening}T18:30`]);

    // Seen by a student of the copy, by the clock of the database: closed a second before, open in that second.
    const [copy] = await rowsOf<{ id: string; slug: string }>('SELECT id, slug FROM course WHERE id = $course');
    const student = await app.as(await world.student({ section: await world.section({ course: copy! }) }));
    const shiftTo = (seconds: number): Promise<unknown> =>
      app.database.query(`UPDATE unit_release SET opens_at = now() + make_interval(secs => $1) WHERE course_id = $2`, [seconds, copy!.id]);
    await shiftTo(5);
    await student.get('/courses/next-term/units/web-writing').expect(404);
    await shiftTo(0);
    await student.get('/courses/next-term/units/web-writing').expect(200);
  });

  it('and takes nobody, no work and no mark along but the lecturer', async () => {
    const { lecturer, browser, course } = await scene();
    const student = await world.student({ section: await world.section({ course }) });
    await app.database.query(`UPDATE stage SET due_at = now() + interval '1 day'`);
    await world.submission({ team: await world.team({ members: [student] }) });
    await send(browser, lecturer, await preview(browser, lecturer, { first_day: '2027-01-26' })).expect(303);

    expect(await rowsOf('SELECT person_id, role FROM enrolment WHERE course_id = $course')).toEqual([
      { person_id: lecturer.id, role: 'lecturer' },
    ]);
    for (const table of ['team', 'draft', 'submission', 'announcement'])
      expect(await rowsOf(`SELECT 1 FROM ${table} WHERE course_id = $course`)).toEqual([]);
    expect(await rowsOf(`SELECT action FROM audit_line WHERE course_id = $course`)).toEqual([{ action: 'course-copied' }]);
    await (await app.as(student)).get('/courses/next-term').expect(404);
  });

  it('once, however often the button is pressed', async () => {
    const { lecturer, browser } = await scene();
    const page = await preview(browser, lecturer, { first_day: '2027-01-26' });

    const answers = await Promise.all([send(browser, lecturer, page), send(browser, lecturer, page)]);

    expect(answers.map(({ headers }) => headers['location'])).toEqual(Array(2).fill('/courses/next-term/settings?done=copied'));
    expect(await rowsOf('SELECT 1 FROM meeting WHERE course_id = $course')).toHaveLength(3);
    const other = await send(browser, lecturer, await preview(browser, lecturer, { first_day: '2027-02-02' })).expect(422);
    expect(other.text).toContain('Un cours a déjà cette adresse.');
  });

  it('keeps published units published when asked, a cancelled class takes place again, and an archived course can be copied', async () => {
    const { lecturer, browser, course } = await scene();
    await app.database.query('UPDATE meeting SET cancelled_at = now() WHERE week = 2');
    await world.archive(course);

    await send(browser, lecturer, await preview(browser, lecturer, { first_day: '2027-01-26', published: 'published' })).expect(303);

    const states = await rowsOf('SELECT unit_key, state FROM unit_release WHERE course_id = $course ORDER BY unit_key');
    expect(states).toEqual([
      { unit_key: 'web-uses', state: 'published' },
      { unit_key: 'web-writing', state: 'scheduled' },
    ]);
    expect(await rowsOf('SELECT 1 FROM meeting WHERE course_id = $course AND cancelled_at IS NOT NULL')).toEqual([]);
  });

  it('not without a day, nor from a course without classes', async () => {
    const { lecturer, browser } = await scene();
    const page = await preview(browser, lecturer, { slug: 'Next Term', first_day: '' }, 422);
    expect(page('.error')).toHaveLength(2);

    const empty = await world.lecturer({ course: await world.course() });
    await preview(await app.as(empty), empty, { first_day: '2027-01-26' }, 409);
  });

  it('from the command line too', async () => {
    const { lecturer, course } = await scene();
    const settings = { DATABASE_URL: app.env.DATABASE_URL!, SESSION_SECRET: app.env.SESSION_SECRET!, DATA_DIR: app.env.DATA_DIR };
    const run = (...words: string[]) => runCommand(['course', 'copy', ...words], createApp, settings);

    const made = await run(course.slug, 'next-term', '--first-day', '2027-01-26', '--json');

    expect(made.status).toBe(0);
    expect((JSON.parse(made.out) as { meetings: { startsAt: string }[] }).meetings[2]!.startsAt).toBe('2027-03-16T22:30:00.000Z');
    expect(await rowsOf('SELECT person_id FROM enrolment WHERE course_id = $course')).toEqual([{ person_id: lecturer.id }]);
    expect(await run(course.slug, 'next-term', '--first-day', '2027-01-26')).toMatchObject({ status: 1 });
    expect(await run('nowhere', 'other', '--first-day', '2027-01-26')).toMatchObject({ status: 1, err: 'There is no course nowhere.' });
    expect((await run(course.slug)).status).toBe(2);
    expect((await run(course.slug, 'other', '--first-day', 'soon')).status).toBe(2);
  });
});
