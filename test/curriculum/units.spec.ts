import * as cheerio from 'cheerio';
import { CurriculumService, type ReleaseState } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import { type CoursePerson, DAY_MS, HOUR } from '../support/world.js';

describe('the units of a course', () => {
  const app = appForFile();
  const { world } = app;

  const pageOf = ({ course }: Pick<CoursePerson, 'course'>, unit = 'web-writing'): string => `/courses/${course.slug}/units/${unit}`;
  const read = async (person: CoursePerson, unit?: string) =>
    cheerio.load((await (await app.as(person)).get(pageOf(person, unit)).expect(200)).text);
  const release = ({ course }: Pick<CoursePerson, 'course'>, unit: string, state: ReleaseState, opensIn?: number): Promise<void> =>
    app.nest.get(CurriculumService).addReleases(course.id, [{ unit, state, ...(opensIn && { opensAt: new Date(Date.now() + opensIn) }) }]);
  const change = async (lecturer: CoursePerson, fields: object, unit?: string) =>
    (await app.as(lecturer))
      .post(`${pageOf(lecturer, unit)}/release`)
      .type('form')
      .send({ opens_at: '', ...fields });
  const standing = async (unit = 'web-writing') =>
    (
      await app.database.query<{ state: string; opens_at: Date | null; version: number }>(
        'SELECT state, opens_at, version FROM unit_release WHERE unit_key = $1',
        [unit],
      )
    )[0];
  /** With ordinary spaces for the unbreakable ones that the typography sets. */
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  const textOf = (html: string, selector: string): string => cheerio.load(html)(selector).text();

  describe('for a student', () => {
    it('show what one learns, the deck in the page, and what to read, the essential first', async () => {
      const student = await world.student();
      await release(student, 'web-writing', 'published');

      const page = await read(student);

      expect(page('h1').text()).toContain('Comment rédiger pour le web');
      expect(page('.aims li')).toHaveLength(6);
      expect(page('iframe').attr()).toMatchObject({
        src: `/slides/fr/web-writing?course=${student.course.slug}&view=embed`,
        title: expect.stringContaining('Diapositives'),
        loading: 'lazy',
      });
      expect(page(`a[href="/slides/fr/web-writing?course=${student.course.slug}"]`).text()).toContain('Plein écran');
      const kinds = page('.reads .badge')
        .map((_, badge) => page(badge).text().trim())
        .get();
      expect(kinds).toEqual([...kinds.filter((kind) => kind === 'Essentiel'), ...kinds.filter((kind) => kind !== 'Essentiel')]);
      expect(page('.reads h3 a[href="https://www.nngroup.com/articles/how-users-read-on-the-web/"]').parent().attr('lang')).toBe('en-CA');
    });

    it('name the classes of the unit, at the hour and the place of the course', async () => {
      const student = await world.student();
      await release(student, 'web-writing', 'published');
      const startsAt = new Date('2027-02-09T23:30:00Z');
      const title = { fr: 'Écrire', en: 'Writing' };
      await app.nest.get(CurriculumService).addMeetings(student.course.id, [
        {
          week: 3,
          unit: 'web-writing',
          title,
          startsAt,
          endsAt: new Date('2027-02-10T02:30:00Z'),
          place: { fr: 'salle 2.114', en: 'room 2.114' },
        },
      ]);

      const page = await read(student);

      expect(plain(page('.classes li').text())).toBe('Semaine 3 · mardi 9 février, 18 h 30 · salle 2.114');
    });

    it('do not exist before they are open: a draft, one whose hour has not come, one of no course', async () => {
      const student = await world.student();
      await release(student, 'web-pr', 'scheduled', HOUR);
      const visitor = await app.as(student);

      await visitor.get(pageOf(student, 'web-writing')).expect(404);
      await visitor.get(pageOf(student, 'web-pr')).expect(404);
      await visitor.get(pageOf(student, 'no-such-unit')).expect(404);
    });

    it('open by themselves at their instant, by the clock of the database', async () => {
      const student = await world.student();
      await release(student, 'web-pr', 'scheduled', HOUR);
      const visitor = await app.as(student);
      await visitor.get(pageOf(student, 'web-pr')).expect(404);

      await app.database.query('UPDATE unit_release SET opens_at = now()');

      await visitor.get(pageOf(student, 'web-pr')).expect(200);
    });

    it('name their neighbours, with a link only to those that are open and the date of those that will be', async () => {
      const student = await world.student();
      await release(student, 'web-writing', 'published');
      await release(student, 'web-monitoring', 'scheduled', 3 * DAY_MS);

      const page = await read(student);

      expect(page('.nextprev a')).toHaveLength(0);
      expect(plain(page('.nextprev').text())).toMatch(/Module 2, pas encore ouvert.*Module 4, ouvre le \d/);
      expect(
        page('.rail a')
          .map((_, link) => page(link).attr('href'))
          .get(),
      ).toEqual([pageOf(student)]);
      expect(page('.rail li')).toHaveLength(9);
      expect(page('.rail [aria-current]').text()).toContain('Comment rédiger');
    });

    it('show nothing of the release, and let nobody else but a lecturer change it', async () => {
      const [student, assistant] = [await world.student(), await world.assistant()];
      await release(student, 'web-writing', 'published');

      expect((await read(student))('.release')).toHaveLength(0);
      expect((await read(student)).html()).not.toContain('/present/');
      expect((await change(student, { state: 'draft', version: 1 })).status).toBe(404);
      expect((await change(assistant, { state: 'draft', version: 1 })).status).toBe(404);
      expect(await standing()).toMatchObject({ state: 'published', version: 1 });
    });

    it('are those of their own course only', async () => {
      const [mine, other] = [await world.student(), await world.lecturer({ course: await world.course() })];
      await release(other, 'web-writing', 'published');

      await (await app.as(mine)).get(pageOf(mine)).expect(404);
      await (await app.as(mine)).get(pageOf(other)).expect(404);
      await app.stranger().get(pageOf(other)).expect(303);
    });
  });

  describe('speak the language', () => {
    const headingOf = async (person: CoursePerson, headers: Record<string, string> = {}) =>
      textOf((await (await app.as(person)).get(pageOf(person)).set(headers).expect(200)).text, '#outcomes');

    it('of the account, then of the cookie, then of the browser', async () => {
      const lecturer = await world.lecturer({ language: 'en' });
      const undecided = await world.lecturer({ course: lecturer.course, language: null });

      expect(await headingOf(lecturer, { 'accept-language': 'fr' })).toContain('By the end of this unit');
      expect(await headingOf(undecided, { 'accept-language': 'en-CA,fr;q=0.5' })).toContain('By the end of this unit');
      expect(await headingOf(undecided, { 'accept-language': 'de' })).toContain('À la fin de ce module');
      const visitor = await app.as(undecided);
      visitor.jar.setCookie('attrait_lang=en; path=/', '127.0.0.1', '/');
      expect(textOf((await visitor.get(pageOf(undecided)).set('accept-language', 'fr')).text, '#outcomes')).toContain('By the end');
    });

    it('and say so where the deck is written in the other one only', async () => {
      const lecturer = await world.lecturer({ language: 'en' });

      const page = await read(lecturer, 'metaverse');

      const isWritten = page('iframe').attr('src')?.startsWith('/slides/en/');
      expect(page('.other-language').text()).toBe(isWritten ? '' : 'These slides are in French: the English version is not written yet.');
    });
  });

  describe('for those who teach', () => {
    it('are all there, open or not, with their state and the way to present them', async () => {
      const assistant = await world.assistant();
      await release(assistant, 'web-pr', 'scheduled', 3 * DAY_MS);

      const [draft, scheduled] = [await read(assistant), await read(assistant, 'web-pr')];

      expect(draft('.release').text()).toContain('Ce module n’est pas publié.');
      expect(scheduled('.release').text()).toContain('Ce module ouvre le');
      expect(draft('.rail a')).toHaveLength(9);
      expect(draft('.release form')).toHaveLength(0);
      expect(draft(`a[href="/courses/${assistant.course.slug}/present/fr/web-writing"]`)).toHaveLength(1);
    });

    it('are published by one choice, and it is written down who did', async () => {
      const [lecturer, student] = [await world.lecturer(), await world.student()];

      const done = await change(lecturer, { state: 'published', version: 0 });
      const after = await (await app.as(lecturer)).get(done.headers['location']!).expect(200);

      expect(done.status).toBe(303);
      expect(textOf(after.text, '.release [role=status]')).toContain('Ouverture enregistrée.');
      await (await app.as(student)).get(pageOf(student)).expect(200);
      const lines = await app.database.query('SELECT actor_id, object, detail FROM audit_line WHERE action = $1', ['release-changed']);
      expect(lines).toEqual([
        {
          actor_id: lecturer.id,
          object: 'unit:web-writing',
          detail: { from: { state: 'draft', opensAt: null }, to: { state: 'published', opensAt: null } },
        },
      ]);
    });

    it('are scheduled for an hour of the course, and shown that hour again', async () => {
      const lecturer = await world.lecturer();

      await change(lecturer, { state: 'scheduled', opens_at: '2090-02-09T18:30', version: 0 });

      expect(await standing()).toEqual({ state: 'scheduled', opens_at: new Date('2090-02-09T23:30:00Z'), version: 1 });
      expect((await read(lecturer))('input[name=opens_at]').val()).toBe('2090-02-09T18:30');
    });

    it('come back with what was typed when the date is wrong, has passed, or means two instants', async () => {
      const lecturer = await world.lecturer();

      const wrong = await change(lecturer, { state: 'scheduled', opens_at: '', version: 0 });
      const passed = await change(lecturer, { state: 'scheduled', opens_at: '2020-02-09T18:30', version: 0 });
      const twice = await change(lecturer, { state: 'scheduled', opens_at: '2026-11-01T01:30', version: 0 });

      expect([wrong.status, passed.status, twice.status]).toEqual([422, 422, 422]);
      expect(textOf(wrong.text, '.field .error')).toContain('Donnez la date et l’heure');
      expect(textOf(passed.text, '.field .error')).toContain('Cette date est passée.');
      expect(textOf(twice.text, '.field .error')).toContain('vient deux fois');
      expect(cheerio.load(twice.text)('input[name=occurrence]')).toHaveLength(2);
      expect(cheerio.load(passed.text)('input[name=opens_at]').val()).toBe('2020-02-09T18:30');
      expect(cheerio.load(passed.text)('input[name=state][value=scheduled]').attr('checked')).toBeDefined();
      expect(await standing()).toBeUndefined();
    });

    it('tell the second of two lecturers what the first decided, and keep their choice in the form', async () => {
      const lecturer = await world.lecturer();
      const other = await world.lecturer({ course: lecturer.course });
      await change(lecturer, { state: 'draft', version: 0 });

      await change(other, { state: 'published', version: 1 });
      const late = await change(lecturer, { state: 'scheduled', opens_at: '2090-02-09T18:30', version: 1 });

      expect(late.status).toBe(409);
      const page = cheerio.load(late.text);
      expect(page('.release [role=alert]').text()).toContain('Quelqu’un a changé cette ouverture');
      expect(page('.release').text()).toMatch(/Enregistré entre-temps\s:\s+Ce module est publié/);
      expect(page('input[name=opens_at]').val()).toBe('2090-02-09T18:30');
      expect(await standing()).toMatchObject({ state: 'published', version: 2 });

      const again = await change(lecturer, {
        state: 'scheduled',
        opens_at: '2090-02-09T18:30',
        version: page('.release input[name=version]').val(),
      });
      expect(again.status).toBe(303);
      expect(await standing()).toMatchObject({ state: 'scheduled', version: 3 });
    });

    it('let one of ten who decide at the same instant have it', async () => {
      const lecturer = await world.lecturer();
      const visitor = await app.as(lecturer);
      const publish = () =>
        visitor
          .post(`${pageOf(lecturer)}/release`)
          .type('form')
          .send({ state: 'published', opens_at: '', version: 0 });

      const replies = await Promise.all(Array.from({ length: 10 }, publish));

      expect(replies.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 9 }, () => 409)]);
      expect(await standing()).toMatchObject({ version: 1 });
    });

    it('do not change any more once the course is archived', async () => {
      const lecturer = await world.lecturer();
      await world.archive(lecturer.course);

      const reply = await change(lecturer, { state: 'published', version: 0 });

      expect(reply.status).toBe(403);
      expect(reply.text).toContain('Ce cours est archivé');
      expect((await read(lecturer))('.release form')).toHaveLength(0);
      expect(await standing()).toBeUndefined();
    });
  });
});
