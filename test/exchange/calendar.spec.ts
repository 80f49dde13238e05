import * as cheerio from 'cheerio';
import { CurriculumService, type NewMeeting } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import { type CoursePerson, DAY_MS, HOUR, type SomeCourse } from '../support/world.js';

describe('the calendar of a course', () => {
  const app = appForFile();
  const { world } = app;

  const addressOf = ({ course }: Pick<CoursePerson, 'course'>): string => `/courses/${course.slug}/calendar`;
  async function read(person: CoursePerson, query = '') {
    const page = cheerio.load((await (await app.as(person)).get(addressOf(person) + query).expect(200)).text);
    const words = (selector: string): string => page(selector).text().replace(/\s+/g, ' ').trim();
    return Object.assign(page, { words });
  }
  const meet = (course: SomeCourse, meetings: readonly (Pick<NewMeeting, 'week' | 'startsAt'> & Partial<NewMeeting>)[]): Promise<void> =>
    app.nest.get(CurriculumService).addMeetings(
      course.id,
      meetings.map((meeting) => ({
        unit: null,
        title: { fr: `Séance ${meeting.week}`, en: `Class ${meeting.week}` },
        endsAt: new Date(meeting.startsAt.getTime() + 3 * HOUR),
        place: { fr: 'Salle B-214', en: 'Room B-214' },
        ...meeting,
      })),
    );

  it('lists classes, releases and deadlines by week, in the hours of the course', async () => {
    const student = await world.student();
    await meet(student.course, [{ week: 3, unit: 'web-writing', startsAt: new Date('2027-02-09T23:30:00Z') }]);
    await app.nest
      .get(CurriculumService)
      .addReleases(student.course.id, [{ unit: 'web-writing', state: 'scheduled', opensAt: new Date('2027-02-09T23:30:00Z') }]);

    const page = await read(student);

    expect(page.words('.cal-week h2')).toBe('Semaine 3, du 8 au 14 février');
    expect(page.words('.cal-day h3')).toBe('mardi 9 février');
    expect(page.words('.cal-day li')).toContain('de 18 h 30 à 21 h 30');
    expect(page.words('.cal-day li')).toContain('18 h 30 OuvertureModule 3 : Comment rédiger pour le web');
    expect(page('.cal-week a')).toHaveLength(0);
  });

  it('leads to the unit once it is open, to the stage, and names a unit that has no date as a class alone', async () => {
    const student = await world.student();
    const soon = new Date(Date.now() + DAY_MS);
    await meet(student.course, [
      { week: 1, unit: 'web-uses', startsAt: new Date(Date.now() - DAY_MS) },
      { week: 2, unit: 'metaverse', startsAt: soon },
    ]);
    await app.nest.get(CurriculumService).addReleases(student.course.id, [{ unit: 'web-uses', state: 'published' }]);
    await world.assignment({ due: { proposal: 2 * DAY_MS } });

    const page = await read(student);
    const links = page('.cal-week a')
      .map((_, link) => page(link).attr('href'))
      .get();

    expect(links[0]).toBe(`/courses/${student.course.slug}/units/web-uses`);
    expect(links).toContain(`/courses/${student.course.slug}/assignments/competitive-analysis/stages/proposal`);
    expect(links.join()).not.toContain('metaverse');
    expect(page.words('.cal-week')).toContain('Séance 2');
    expect(page.words('.cal-week')).not.toContain('Module 9');
  });

  it('opens at this week, marks today, dims what is past, and shows weeks without a class', async () => {
    const student = await world.student();
    const now = Date.now();
    await meet(student.course, [
      { week: 1, startsAt: new Date(now - 14 * DAY_MS) },
      { week: 2, startsAt: new Date(now - 60_000) },
      { week: 3, startsAt: new Date(now + 14 * DAY_MS) },
    ]);

    const page = await read(student);

    expect(page('.cal-week')).toHaveLength(5);
    expect(page('.cal-week.pause')).toHaveLength(2);
    expect(page('details:not([open]) .cal-week')).toHaveLength(2);
    expect(page.words('.with-side > div > details + .cal-week mark')).toMatch(/^Semaine 2/);
    expect(page.words('.cal-week mark')).toMatch(/^Semaine 2/);
    expect(page.words('.cal-day.today')).toContain('Séance 2');
    expect(page.words('.past')).toContain('Séance 1');
    expect(page.words('.past')).not.toContain('Séance 2');
    expect(page('.month .today.class-day')).toHaveLength(1);
  });

  it('keeps a class that was cancelled, and says so wherever the class is named', async () => {
    const student = await world.student();
    await meet(student.course, [{ week: 1, unit: 'web-uses', startsAt: new Date(Date.now() + 1000) }]);
    await app.nest.get(CurriculumService).addReleases(student.course.id, [{ unit: 'web-uses', state: 'published' }]);
    await app.database.query('UPDATE meeting SET cancelled_at = now()');

    const page = await read(student);
    const browser = await app.as(student);
    const home = cheerio.load((await browser.get(`/courses/${student.course.slug}`)).text);
    const unit = cheerio.load((await browser.get(`/courses/${student.course.slug}/units/web-uses`)).text);

    expect(page.words('.cancelled')).toContain('Annulée');
    expect(page('.cancelled s')).toHaveLength(1);
    expect(page('.month .class-day')).toHaveLength(0);
    expect(home('.hero').text()).toContain('séance annulée');
    expect(home('.month .class-day')).toHaveLength(0);
    expect(unit('.classes').text()).toContain('séance annulée');
  });

  it('sends those who grade to the assignment, for they hand nothing in', async () => {
    const assistant = await world.assistant();
    await world.assignment();

    const page = await read(assistant);

    expect(page('.cal-week a').attr('href')).toBe(`/courses/${assistant.course.slug}/assignments/competitive-analysis`);
  });

  it('says where its dates will stand while there are none', async () => {
    expect((await read(await world.student())).words('.empty')).toContain('Rien n’est encore au calendrier');
  });
});
