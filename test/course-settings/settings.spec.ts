import * as cheerio from 'cheerio';
import { CurriculumService } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import type { Visitor } from '../support/test-app.js';
import { type CoursePerson, DAY_MS, HOUR } from '../support/world.js';

const WINTER = { first_day: '2027-01-12', from: '18:30', to: '21:30', zone: 'America/Toronto' };

describe('a lecturer sets the dates of a course', () => {
  const app = appForFile();
  const { world } = app;

  const at = ({ course }: Pick<CoursePerson, 'course'>): string => `/courses/${course.slug}/settings`;
  async function scene() {
    const lecturer = await world.lecturer();
    const assignment = await world.assignment({ course: lecturer.course });
    return { lecturer, assignment, browser: await app.as(lecturer) };
  }
  const read = async (browser: Visitor, path: string, status = 200) => {
    const page = cheerio.load((await browser.get(path).expect(status)).text);
    return Object.assign(page, { words: (selector: string): string => page(selector).text().replace(/\s+/g, ' ').trim() });
  };
  const preview = (browser: Visitor, lecturer: CoursePerson, fields: Record<string, string> = WINTER, status = 200) =>
    read(browser, `${at(lecturer)}/calendar?${new URLSearchParams(fields)}`, status);
  /** Sends the form under the preview, as it stands there. */
  async function apply(browser: Visitor, lecturer: CoursePerson, page: cheerio.CheerioAPI) {
    const fields = page('form[method="post"][action$="/settings/calendar"] input')
      .toArray()
      .map((input) => [page(input).attr('name')!, page(input).attr('value')!] as const)
      .filter(([name]) => name !== '_token');
    return browser
      .post(`${at(lecturer)}/calendar`)
      .type('form')
      .send(Object.fromEntries(fields));
  }
  const rows = <Row>(sql: string): Promise<Row[]> => app.database.query<Row>(sql);
  const classes = () =>
    rows<{ week: number; starts_at: Date; version: number; cancelled_at: Date | null }>('SELECT * FROM meeting ORDER BY week');
  const audited = async (action: string) =>
    (await rows<{ action: string }>('SELECT action FROM audit_line')).filter((one) => one.action === action);

  describe('at once', () => {
    it('sees every date before anything changes, then applies them', async () => {
      const { lecturer, browser } = await scene();

      const shown = await preview(browser, lecturer, { ...WINTER, pause_1: '2027-03-03' });
      expect(shown('tbody').first().find('tr')).toHaveLength(13);
      expect(shown.words('tbody')).toContain('mardi 16 mars, 18 h 30');
      expect(await classes()).toHaveLength(0);

      expect((await apply(browser, lecturer, shown)).headers['location']).toBe(`${at(lecturer)}?done=calendar`);
      const made = await classes();
      expect(made).toHaveLength(13);
      expect(made[0]!.starts_at).toEqual(new Date('2027-01-12T23:30:00Z'));
      // The pause moved the classes behind it by a week; the change of time moved none of them by an hour.
      expect(made[7]!.starts_at).toEqual(new Date('2027-03-09T23:30:00Z'));
      expect(made[8]!.starts_at).toEqual(new Date('2027-03-16T22:30:00Z'));
      const stages = await rows<{ key: string; due_at: Date }>('SELECT key, due_at FROM stage ORDER BY number');
      expect(stages.map(({ key, due_at: due }) => `${key} ${due.toISOString()}`)).toEqual([
        'proposal 2027-02-08T04:59:00.000Z',
        'grid 2027-03-15T03:59:00.000Z',
        'analysis 2027-03-29T03:59:00.000Z',
        'report 2027-04-12T03:59:00.000Z',
      ]);
      expect(await audited('deadline-changed')).toHaveLength(4);
      expect(await audited('calendar-set')).toHaveLength(1);
    });

    it('does it once when the button is pressed twice', async () => {
      const { lecturer, browser } = await scene();
      const shown = await preview(browser, lecturer);

      const answers = await Promise.all([apply(browser, lecturer, shown), apply(browser, lecturer, shown)]);

      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect((await classes()).map(({ version }) => version)).toEqual(Array(13).fill(1));
      expect(await audited('calendar-set')).toHaveLength(1);
    });

    it('is shown the dates again when one of them was changed meanwhile', async () => {
      const { lecturer, browser } = await scene();
      await apply(browser, lecturer, await preview(browser, lecturer));
      const shown = await preview(browser, lecturer, { ...WINTER, first_day: '2027-01-13' });
      await app.database.query('UPDATE stage SET version = version + 1 WHERE number = 1');

      const answer = await apply(browser, lecturer, shown);

      expect(answer.status).toBe(409);
      expect((await classes())[0]!.starts_at).toEqual(new Date('2027-01-12T23:30:00Z'));
      expect((await apply(browser, lecturer, cheerio.load(answer.text))).status).toBe(303);
      expect((await classes())[0]!.starts_at).toEqual(new Date('2027-01-13T23:30:00Z'));
    });

    it('changes the release of no unit unless asked, and then of none that is open', async () => {
      const { lecturer, browser } = await scene();
      await app.nest.get(CurriculumService).addReleases(lecturer.course.id, [{ unit: 'web-uses', state: 'published' }]);
      const later = { ...WINTER, first_day: '2030-01-15' };
      await apply(browser, lecturer, await preview(browser, lecturer, later));
      expect(await rows('SELECT 1 FROM unit_release')).toHaveLength(1);

      await apply(browser, lecturer, await preview(browser, lecturer, { ...later, units: 'on' }));

      const releases = await rows<{ unit_key: string; state: string; opens_at: Date | null }>('SELECT * FROM unit_release');
      expect(releases).toHaveLength(9);
      expect(releases.find(({ unit_key: unit }) => unit === 'web-uses')).toMatchObject({ state: 'published' });
      expect(releases.find(({ unit_key: unit }) => unit === 'web-pr')).toMatchObject({
        state: 'scheduled',
        opens_at: new Date('2030-03-12T22:30:00Z'),
      });
    });

    it.each([
      ['no day', { first_day: 'tomorrow' }, /jour du calendrier/],
      ['a year that is a slip', { first_day: '9999-12-31' }, /jour du calendrier/],
      ['an end before the beginning', { to: '18:00' }, /La fin vient après/],
      ['a zone that is none', { zone: 'Mars/Olympus' }, /fuseau horaire/],
      ['a first class in a pause', { pause_2: '2027-01-15' }, /semaine sans séance/],
    ])('is told what is wrong with %s', async (_, wrong, sentence) => {
      const { lecturer, browser } = await scene();

      const page = await preview(browser, lecturer, { ...WINTER, ...wrong }, 422);

      expect(page('[role="alert"]').text()).toMatch(sentence);
    });

    it('finds the timetable that holds in the form, its pauses too', async () => {
      const { lecturer, browser } = await scene();
      await apply(browser, lecturer, await preview(browser, lecturer, { ...WINTER, pause_1: '2027-03-03' }));

      const page = await read(browser, at(lecturer));

      expect([page('#f-first_day').val(), page('#f-from').val(), page('#f-pause_1').val()]).toEqual(['2027-01-12', '18:30', '2027-03-01']);
    });
  });

  describe('one by one', () => {
    async function planned() {
      const given = await scene();
      await apply(given.browser, given.lecturer, await preview(given.browser, given.lecturer));
      return given;
    }
    const CLASS = {
      day: '2027-01-20',
      from: '13:00',
      to: '16:00',
      version: '1',
      title_fr: 'Écrire',
      title_en: 'Writing',
      place_fr: 'En ligne',
      place_en: 'Online',
    };
    const changeClass = (browser: Visitor, lecturer: CoursePerson, fields: object, week = 2) =>
      browser
        .post(`${at(lecturer)}/classes/${week}`)
        .type('form')
        .send({ ...CLASS, ...fields });

    it('moves a class, renames it and says where it is', async () => {
      const { lecturer, browser } = await planned();

      await changeClass(browser, lecturer, {}).expect(303);

      expect((await classes())[1]).toMatchObject({
        starts_at: new Date('2027-01-20T18:00:00Z'),
        ends_at: new Date('2027-01-20T21:00:00Z'),
        version: 2,
        cancelled_at: null,
        title_fr: 'Écrire',
        place_en: 'Online',
      });
      expect(await audited('class-changed')).toHaveLength(14);
    });

    it('cancels a class without deleting it, and has it take place again', async () => {
      const { lecturer, browser } = await planned();

      await changeClass(browser, lecturer, { cancelled: 'on' }).expect(303);
      expect((await classes())[1]!.cancelled_at).not.toBeNull();
      expect((await read(browser, at(lecturer))).words('#classes s')).toBe('Écrire');
      await changeClass(browser, lecturer, { version: '2' }).expect(303);

      expect((await classes())[1]!.cancelled_at).toBeNull();
    });

    it('is not overwritten unseen: the second to save is shown what the first one did, and keeps what they typed', async () => {
      const { lecturer, browser } = await planned();
      await changeClass(browser, lecturer, {}).expect(303);

      const { text } = await changeClass(browser, lecturer, { title_fr: 'Autre titre' }).expect(409);

      const page = cheerio.load(text);
      expect(page('#f-title_fr').val()).toBe('Autre titre');
      expect(page('input[name="version"]').val()).toBe('2');
      expect((await classes())[1]).toMatchObject({ title_fr: 'Écrire' });
    });

    it.each([
      ['an end before its beginning', { to: '12:00' }, /La fin vient après/],
      ['no title', { title_en: ' ' }, /Donnez un titre/],
      ['an hour the clocks jump over', { day: '2027-03-14', from: '02:30' }, /n’existe pas ce jour-là/],
    ])('comes back with %s', async (_, wrong, sentence) => {
      const { lecturer, browser } = await planned();

      const { text } = await changeClass(browser, lecturer, wrong).expect(422);

      expect(cheerio.load(text)('.error').text()).toMatch(sentence);
    });

    it('moves a deadline later though work was handed in, and asks before one that would be past at once', async () => {
      const { lecturer, browser, assignment } = await scene();
      const student = await world.student({ section: await world.section({ course: lecturer.course }) });
      await world.submission({ team: await world.team({ members: [student] }) });
      const [first] = assignment.stages;
      const address = `${at(lecturer)}/assignments/competitive-analysis/stages/${first!.spec.key}`;
      const local = (instant: number): string =>
        new Date(instant).toLocaleString('sv-SE', { timeZone: 'America/Toronto' }).slice(0, 16).replace(' ', 'T');
      const change = (fields: object) =>
        browser
          .post(address)
          .type('form')
          .send({ opens_at: local(Date.now() - 20 * DAY_MS), version: '1', ...fields });

      await change({ due_at: local(Date.now() + 20 * DAY_MS) }).expect(303);
      const unsure = await change({ due_at: local(Date.now() - HOUR), version: '2' }).expect(422);
      expect(unsure.text).toContain('Une équipe a déjà remis ce jalon.');
      expect(await audited('deadline-changed')).toHaveLength(1);
      await change({ due_at: local(Date.now() - HOUR), version: '2', confirmed: 'on' }).expect(303);

      expect(await audited('deadline-changed')).toHaveLength(2);
      await change({ due_at: local(Date.now() + DAY_MS), version: '2' }).expect(409);
    });

    it('changes nothing in an archived course', async () => {
      const { lecturer, browser } = await planned();
      await world.archive(lecturer.course);

      await changeClass(browser, lecturer, {}).expect(403);

      expect((await read(browser, at(lecturer)))('main form')).toHaveLength(0);
    });
  });

  it('decides on every unit on one page, which it comes back to', async () => {
    const { lecturer, browser } = await scene();

    const page = await read(browser, `${at(lecturer)}/units`);
    expect(page('.release-form')).toHaveLength(9);
    expect(page('#metaverse .badge').text()).toContain('Brouillon');
    const sent = { state: 'published', opens_at: '', version: '0', back: 'list' };
    const answer = await browser.post(`/courses/${lecturer.course.slug}/units/metaverse/release`).type('form').send(sent).expect(303);

    expect(answer.headers['location']).toBe(`${at(lecturer)}/units?done=metaverse#metaverse`);
    expect((await read(browser, `${at(lecturer)}/units?done=metaverse`)).words('#metaverse')).toContain('Ouverture enregistrée.');
  });
});
