import * as cheerio from 'cheerio';
import ICAL from 'ical.js';
import { AssignmentsService, StageDates } from '../../src/assignments/index.js';
import { CurriculumService, MeetingsService } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import { type CoursePerson, DAY_MS, HOUR } from '../support/world.js';

/** A class at the hour the course has it in winter, and the day the clocks go forward. */
const CLASS = { startsAt: new Date('2027-03-09T23:30:00Z'), endsAt: new Date('2027-03-10T02:30:00Z') };
const TITLE = { fr: 'Écrire, oui ; « à l’écran » 🎓', en: 'Writing, yes; “on screen” 🎓' };

describe('the private address of a calendar', () => {
  const app = appForFile();
  const { world } = app;

  const pageOf = ({ course }: Pick<CoursePerson, 'course'>): string => `/courses/${course.slug}/calendar`;
  /** Made on the page, as the person does. */
  async function subscribe(person: CoursePerson): Promise<string> {
    const browser = await app.as(person);
    const made = await browser
      .post(`${pageOf(person)}/address`)
      .type('form')
      .send({})
      .expect(303);
    const page = cheerio.load((await browser.get(made.headers['location']!.split('#')[0]!).expect(200)).text);
    const shown = new URL(page('input[name="address"]').val() as string);
    expect(shown.origin).toBe(app.env.PUBLIC_URL);
    return shown.pathname + shown.search;
  }
  async function fetched(address: string): Promise<Record<string, ICAL.Event>> {
    const { text, headers } = await app.stranger().get(address).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return Object.fromEntries(events.map((event) => [event.uid.split('-', 1)[0]!, event]));
  }
  const valueOf = (event: ICAL.Event | undefined, property: string): string => String(event?.component.getFirstPropertyValue(property));

  async function scene(language: 'fr' | 'en' = 'fr') {
    const student = await world.student({ language });
    const { course } = student;
    const curriculum = app.nest.get(CurriculumService);
    await curriculum.addMeetings(course.id, [
      { week: 9, unit: 'web-writing', title: TITLE, ...CLASS, place: { fr: 'Salle 2, nord', en: 'Room 2, north' } },
    ]);
    await curriculum.addReleases(course.id, [{ unit: 'web-writing', state: 'scheduled', opensAt: CLASS.startsAt }]);
    const lecturer = await world.lecturer({ course });
    return { student, course, lecturer, actor: await world.actor(lecturer) };
  }

  it('opens, without a cookie, what the page lists: classes, openings and deadlines, in the language of the person', async () => {
    const { student } = await scene('en');
    const { stages } = await world.assignment({ due: 3 * DAY_MS });

    const events = await fetched(await subscribe(student));

    expect(events['class']).toMatchObject({ summary: TITLE.en, location: 'Room 2, north' });
    expect(events['class']!.startDate.toJSDate()).toEqual(CLASS.startsAt);
    expect(events['class']!.endDate.toJSDate()).toEqual(CLASS.endsAt);
    expect(events['opening']!.summary).toMatch(/^Opening · Unit 3: /);
    expect(events['opening']!.startDate.toJSDate()).toEqual(CLASS.startsAt);
    expect(valueOf(events['opening'], 'url')).toBe('null');
    expect(events['deadline']!.summary).toMatch(/^Deadline · Stage \d: /);
    expect(valueOf(events['deadline'], 'url')).toContain(`${app.env.PUBLIC_URL}/courses/${student.course.slug}/assignments/`);
    expect(stages.length).toBeGreaterThan(0);
  });

  it('gives each date the name it keeps and a number that grows when it moves', async () => {
    const { student, actor } = await scene();
    const asked = await world.assignment({ due: { proposal: 3 * DAY_MS } });
    const address = await subscribe(student);
    const before = await fetched(address);

    const startsAt = new Date(CLASS.startsAt.getTime() + DAY_MS);
    const wish = { title: TITLE, place: { fr: '', en: '' }, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) };
    await app.nest.get(MeetingsService).change(actor, 9, { ...wish, isCancelled: false, madeFrom: 1 });
    const moved = await fetched(address);

    expect(moved['class']!.uid).toBe(before['class']!.uid);
    expect([before['class']!.sequence, moved['class']!.sequence]).toEqual([0, 1]);
    expect(moved['class']!.startDate.toJSDate()).toEqual(startsAt);
    expect(moved['opening']!.sequence).toBe(0);
    for (const stage of asked.stages)
      await app.nest.get(StageDates).change(actor, stage, { opensAt: stage.opensAt, dueAt: new Date('2027-04-01T03:59:00Z'), madeFrom: 1 });
    expect((await fetched(address))['deadline']!.sequence).toBe(1);
  });

  it('keeps what was cancelled or withdrawn, cancelled where it stood', async () => {
    const { student, actor } = await scene();
    await world.assignment();
    const address = await subscribe(student);

    await app.nest.get(MeetingsService).change(actor, 9, { title: TITLE, place: TITLE, ...CLASS, isCancelled: true, madeFrom: 1 });
    const lecturer = await app.as(actor);
    await lecturer
      .post(`/courses/${actor.course.slug}/units/web-writing/release`)
      .type('form')
      .send({ state: 'draft', opens_at: '', version: '1' })
      .expect(303);
    await app.database.query(`UPDATE stage SET key = 'gone' WHERE number = 4`);
    const events = await fetched(address);

    expect(valueOf(events['class'], 'status')).toBe('CANCELLED');
    expect(events['class']!.sequence).toBe(1);
    expect(valueOf(events['opening'], 'status')).toBe('CANCELLED');
    expect(events['opening']!.startDate.toJSDate()).toEqual(CLASS.startsAt);
    expect(await app.nest.get(AssignmentsService).listWithdrawn(actor)).toHaveLength(1);
    const { text } = await app.stranger().get(address);
    expect(text).toMatch(/SUMMARY:Échéance · Jalon\s4\s: retiré/);
  });

  it('shows each person what they may see: a student no unit that is still a draft', async () => {
    const { student, lecturer, course } = await scene();
    await app.database.query(`UPDATE unit_release SET state = 'published', opens_at = NULL, last_opens_at = NULL`);
    await app.nest
      .get(CurriculumService)
      .addMeetings(course.id, [{ week: 10, unit: 'metaverse', title: { fr: 'Métavers', en: 'Metaverse' }, ...CLASS }]);

    const [theirs, ours] = [await app.stranger().get(await subscribe(student)), await app.stranger().get(await subscribe(lecturer))];

    expect(theirs.text).not.toContain('units/metaverse');
    expect(theirs.text).toContain('units/web-writing');
    expect(ours.text).toContain('units/metaverse');
  });

  it('is the same file until something changes, and is not sent twice', async () => {
    const { student, actor } = await scene();
    const address = await subscribe(student);
    const first = await app.stranger().get(address).expect(200);
    const etag = first.headers['etag']!;

    expect(first.headers['cache-control']).toMatch(/^private/);
    expect(first.headers['set-cookie']).toBeUndefined();
    await app.stranger().get(address).set('if-none-match', etag).expect(304);
    await app.nest.get(MeetingsService).change(actor, 9, { title: TITLE, place: TITLE, ...CLASS, isCancelled: false, madeFrom: 1 });
    await app.stranger().get(address).set('if-none-match', etag).expect(200);
  });

  it('holds no mark and no name', async () => {
    const { student } = await scene();
    const team = await world.team({ members: [student], name: 'Équipe Secrète' });
    await world.submission({ team });

    const { text } = await app.stranger().get(await subscribe(student));

    expect(text).not.toMatch(/Secrète|point|Tremblay/);
  });

  it('opens nothing once it was changed or withdrawn, nor in another course, nor by guessing', async () => {
    const { student } = await scene();
    const other = await world.course();
    const first = await subscribe(student);
    const second = await subscribe(student);
    const stranger = app.stranger();

    await stranger.get(first).expect(404);
    await stranger.get(second).expect(200);
    await stranger.get(second.replace(student.course.slug, other.slug)).expect(404);
    await stranger.get(`${pageOf(student)}.ics`).expect(404);
    await stranger.get(`${pageOf(student)}.ics?key=guess`).expect(404);
    await (
      await app.as(student)
    )
      .post(`${pageOf(student)}/address/removal`)
      .type('form')
      .send({})
      .expect(303);
    await stranger.get(second).expect(404);
  });
});
