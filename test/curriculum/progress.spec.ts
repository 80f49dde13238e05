import * as cheerio from 'cheerio';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import { spaced } from '../support/pages.js';
import type { CoursePerson, Student } from '../support/world.js';

const UNIT = 'web-writing';

describe('where somebody is', () => {
  const app = appForFile();
  const { world } = app;

  const at = ({ course }: Pick<CoursePerson, 'course'>, path = '', unit = UNIT): string => `/courses/${course.slug}/units/${unit}${path}`;
  const release = ({ course }: Pick<CoursePerson, 'course'>, unit = UNIT): Promise<void> =>
    app.nest.get(CurriculumService).addReleases(course.id, [{ unit, state: 'published' }]);
  const aStudent = async (): Promise<Student> => {
    const student = await world.student();
    await release(student);
    return student;
  };
  const tell = async (student: CoursePerson, bookmark: object, unit = UNIT) =>
    (await app.as(student)).put(at(student, '/bookmark', unit)).send({ language: 'fr', isEnd: false, agoMs: 0, ...bookmark });
  const placeOf = async (student: CoursePerson) =>
    ((await (await app.as(student)).get(at(student, '/bookmark')).expect(200)).body as { bookmark: object | null }).bookmark;
  const markOf = async (student: CoursePerson, item = 'deck') =>
    (
      await app.database.query<Record<string, unknown>>('SELECT * FROM study_mark WHERE person_id = $1 AND item = $2', [student.id, item])
    )[0];
  const mark = async (student: CoursePerson, item: string, what: 'opened' | 'done' | 'undone') =>
    (await app.as(student))
      .post(at(student, `/items/${encodeURIComponent(item)}/${what}`))
      .type('form')
      .send({});
  const READING = 'reading:how-users-read-on-the-web';

  describe('in a deck', () => {
    it('is kept with the course: the slide, the language, and on every device the same', async () => {
      const student = await aStudent();
      expect(await placeOf(student)).toBeNull();

      expect((await tell(student, { slide: 12 })).status).toBe(200);
      expect(await placeOf(student)).toEqual({ unit: UNIT, slide: 12, language: 'fr' });
      await tell(student, { slide: 13, language: 'en' });

      expect(await placeOf(student)).toEqual({ unit: UNIT, slide: 13, language: 'en' });
    });

    it('is where the later of two devices was, whichever told last', async () => {
      const student = await aStudent();
      await tell(student, { slide: 12 });
      await tell(student, { slide: 4, agoMs: 60_000 });

      expect(await placeOf(student)).toMatchObject({ slide: 12 });
    });

    it('keeps an end that was reached, and offers the last slide to nobody', async () => {
      const student = await aStudent();
      const last = app.nest.get(CurriculumContent).deck(UNIT, 'fr')!.slides.length;
      await tell(student, { slide: last, isEnd: true });
      expect(await placeOf(student)).toBeNull();
      await tell(student, { slide: 5 });

      expect(await markOf(student)).toMatchObject({ slide: 5, finished_at: expect.any(Date) });
      expect(await placeOf(student)).toMatchObject({ slide: 5 });
    });

    it('is nobody’s who is not a student of the course, and of no unit that is not open', async () => {
      const student = await aStudent();
      const [lecturer, foreign] = [
        await world.lecturer(),
        await world.student({ section: await world.section({ course: await world.course() }) }),
      ];
      for (const one of [lecturer, foreign]) await (await app.as(one)).get(at(student, '/bookmark')).expect(404);
      await (await app.as(student)).get(at(student, '/bookmark', 'web-pr')).expect(404);
      expect((await tell(student, { slide: 2 }, 'web-pr')).status).toBe(404);
      await app.stranger().get(at(student, '/bookmark')).set('accept', 'application/json').expect(401);

      expect(await app.database.query('SELECT FROM study_mark')).toHaveLength(0);
    });

    it.each([
      ['no slide', {}],
      ['a slide before the first', { slide: 0 }],
      ['half a slide', { slide: 1.5 }],
      ['no language of ours', { slide: 2, language: 'de' }],
      ['the future', { slide: 2, agoMs: -1 }],
      ['more than it asks', { slide: 2, person: 'x' }],
    ])('is not told by %s', async (_, bookmark) => {
      const student = await aStudent();
      expect((await tell(student, bookmark)).status).toBe(422);
      expect(await markOf(student)).toBeUndefined();
    });

    it('stands still in a course that is archived', async () => {
      const student = await aStudent();
      await tell(student, { slide: 12 });
      await world.archive(student.course);

      expect((await tell(student, { slide: 13 })).status).toBe(403);
      expect(await markOf(student)).toMatchObject({ slide: 12 });
    });
  });

  describe('with what a unit holds', () => {
    it('is said by hand, and taken back, without a script', async () => {
      const student = await aStudent();
      const done = await mark(student, READING, 'done');

      expect([done.status, done.headers['location']]).toEqual([303, at(student, `#mark-${encodeURIComponent(READING)}`)]);
      expect(await markOf(student, READING)).toMatchObject({ done_by_hand_at: expect.any(Date) });
      await mark(student, READING, 'undone');

      expect(await markOf(student, READING)).toBeUndefined();
    });

    it('stays opened where it was opened before, though the mark is taken back', async () => {
      const student = await aStudent();
      await mark(student, READING, 'opened');
      await mark(student, READING, 'done');
      await mark(student, READING, 'undone');

      expect(await markOf(student, READING)).toMatchObject({ done_by_hand_at: null });
    });

    it('leaves the bookmark in a deck where it is', async () => {
      const student = await aStudent();
      await tell(student, { slide: 12 });
      await mark(student, 'deck', 'done');
      expect(await placeOf(student)).toBeNull();
      await mark(student, 'deck', 'undone');

      expect(await placeOf(student)).toMatchObject({ slide: 12 });
    });

    it('is done since the first time it was said', async () => {
      const student = await aStudent();
      await mark(student, 'workshop', 'done');
      const first = await markOf(student, 'workshop');
      await mark(student, 'workshop', 'done');

      expect(await markOf(student, 'workshop')).toEqual(first);
    });

    it('is not said of a self-check, nor of what the unit does not hold', async () => {
      const student = await aStudent();

      expect((await mark(student, 'self-check', 'done')).status).toBe(403);
      for (const item of ['reading:nothing-of-ours', 'x', 'deck ']) expect((await mark(student, item, 'done')).status).toBe(404);
      expect(await app.database.query('SELECT FROM study_mark')).toHaveLength(0);
    });
  });

  describe('is shown on the page of a unit', () => {
    const read = async (person: CoursePerson) => cheerio.load(spaced((await (await app.as(person)).get(at(person)).expect(200)).text));

    it('item by item, with a button to say so and one to take it back', async () => {
      const student = await aStudent();
      const before = await read(student);
      await mark(student, READING, 'done');
      await tell(student, { slide: 12, language: 'en' });

      const page = await read(student);

      const of = (one: cheerio.CheerioAPI, item: string) => one(`[data-mark="${item}"]`);
      expect(of(before, READING).text()).toContain('Marquer comme lu');
      expect(of(before, `tick ${READING}`).hasClass('done')).toBe(false);
      expect(of(page, READING).text()).toMatch(/Lu le \d.*Annuler/);
      expect(of(page, `tick ${READING}`).hasClass('done')).toBe(true);
      expect(of(page, 'deck').text()).toContain('Commencé');
      expect(page('#slides .head a').first().text()).toBe('Reprendre à la diapo 12');
      expect(page('#slides .head a').first().attr('href')).toBe(`/slides/en/${UNIT}?course=${student.course.slug}#/12`);
      expect(before('.student-side .meta').first().text()).toMatch(/^0 étape sur \d terminée/);
      expect(page('.student-side .meta').first().text()).toMatch(/^1 étape sur \d terminée/);
      expect(page('.rail [aria-current] .way').text()).toMatch(/^1 étape sur \d/);
      expect(page('.reads a[data-opens]').length).toBeGreaterThan(0);
    });

    it('to students alone: those who teach have no marks there, and a way to the results', async () => {
      const [student, lecturer] = [await aStudent(), await world.lecturer()];
      const page = await read(lecturer);

      expect(page('[data-mark]').not('.rail')).toHaveLength(0);
      expect(page('.student-side, .mark-form, [data-opens]')).toHaveLength(0);
      expect(page('iframe').attr('src')).toBe(`/slides/fr/${UNIT}?view=embed`);
      expect(page(`.unit-side a[href="${at(lecturer, '/results')}"]`)).toHaveLength(1);
      expect((await read(student))(`a[href$="/results"]`)).toHaveLength(0);
    });

    it('and changes no more once the course is archived', async () => {
      const student = await aStudent();
      await mark(student, READING, 'done');
      await world.archive(student.course);

      const page = await read(student);

      expect(page('.mark-form, [data-opens]')).toHaveLength(0);
      expect(page(`[data-mark="${READING}"]`).text()).toContain('Lu le');
    });
  });

  /** A try at the self-check, as it is kept. */
  const tried = async (student: Student, attempt: number, right: readonly string[], unit = UNIT): Promise<void> => {
    const asked = app.nest
      .get(CurriculumContent)
      .selfCheck(unit)!
      .questions.map(({ id }) => id);
    await app.database.query(
      `INSERT INTO self_check_attempt (course_id, person_id, unit_key, attempt, asked, answers, right_ones) VALUES ($1, $2, $3, $4, $5, '{}', $6)`,
      [student.course.id, student.id, unit, attempt, asked, right],
    );
  };

  describe('is seen by those who teach', () => {
    const read = async (person: CoursePerson, unit = UNIT) =>
      cheerio.load(spaced((await (await app.as(person)).get(at(person, '/results', unit)).expect(200)).text));
    const questions = (): string[] =>
      app.nest
        .get(CurriculumContent)
        .selfCheck(UNIT)!
        .questions.map(({ id }) => id);
    const cells = (page: cheerio.CheerioAPI, table: string): string[][] =>
      page(`section[aria-labelledby=${table}] tbody tr`)
        .toArray()
        .map((row) =>
          page(row)
            .find('td, th')
            .toArray()
            .map((cell) => page(cell).text().trim()),
        );

    it('by name, with when they opened it and how far they came; and who has not', async () => {
      const [lecturer, inès] = [await world.lecturer(), await world.student({ name: 'Inès Belhadj' })];
      const sam = await world.student({ name: 'Sam Okafor' });
      await world.student({ name: 'Théo Gagnon' });
      await release(lecturer);
      await tell(inès, { slide: 12 });
      await tell(sam, { slide: 26, isEnd: true });

      const page = await read(lecturer);

      const slides = app.nest.get(CurriculumContent).deck(UNIT, 'fr')!.slides.length;
      const rows = cells(page, 'who');
      expect(rows.map(([name, , , read]) => `${name}: ${read}`)).toEqual([`Inès Belhadj: 12 sur ${slides}`, 'Sam Okafor: Jusqu’au bout']);
      expect(rows[0]![2]).toMatch(/^\d+(er)? \S+, \d+ h/);
      expect(page('.not-tried').text()).toContain('Théo Gagnon');
      expect(page('.facts').text()).toContain('2 sur 3');
      expect(page('.not-tried').text()).not.toContain(sam.name);
    });

    it('question by question, the hardest first, with the first try apart from the best', async () => {
      const [lecturer, one, other] = [await world.lecturer(), await world.student(), await world.student()];
      await release(lecturer);
      const [a, b, ...rest] = questions();
      await tried(one, 1, [b!, ...rest]);
      await tried(one, 2, [a!, ...rest]);
      await tried(other, 1, rest);

      const page = await read(lecturer);

      const rows = cells(page, 'self-check').map(([number, , ...counts]) => [number, ...counts]);
      expect(rows.slice(0, 3)).toEqual([
        ['1', '2', '0 (0 %)', '1 (50 %)'],
        ['2', '2', '1 (50 %)', '1 (50 %)'],
        ['3', '2', '2 (100 %)', '2 (100 %)'],
      ]);
      expect(page('.questions-chart svg').attr('aria-label')).toBe(
        'La question 1 est la plus difficile : trouvée au premier essai par 0 personne sur 2.',
      );
      expect(page('.questions-chart rect.first')).toHaveLength(questions().length);
      const says = (selector: string) =>
        page(selector)
          .toArray()
          .map((one) => spaced(page(one).text()));
      expect(says('.questions-chart .share').slice(0, 4)).toEqual(['0 %', '50 %', '50 %', '50 %']);
      expect(says('.questions-chart .axis text')).toEqual(['0 %', '50 %', '100 %']);
    });

    it('in their own sections alone, without those who left and without the tries of staff', async () => {
      const [first, lecturer] = [await world.student({ name: 'Ana Un' }), await world.lecturer()];
      const second = await world.section({ course: first.course });
      const [elsewhere, former] = [await world.student({ section: second, name: 'Bo Deux' }), await world.student({ name: 'Cy Trois' })];
      const [mine, theirs] = [await world.assistant(), await world.assistant({ sections: [second] })];
      await release(lecturer);
      const all = questions();
      for (const one of [first, elsewhere, former]) {
        await tell(one, { slide: 3 });
        await tried(one, 1, all);
      }
      await tried({ ...lecturer, section: first.section }, 1, []);
      await app.database.query('UPDATE enrolment SET ended_at = now() WHERE person_id = $1', [former.id]);

      const [whole, own, other] = [await read(lecturer), await read(mine), await read(theirs)];

      const names = (page: cheerio.CheerioAPI) => cells(page, 'who').map(([name]) => name);
      expect(names(whole)).toEqual(['Bo Deux', 'Ana Un']);
      expect([names(own), names(other)]).toEqual([['Ana Un'], ['Bo Deux']]);
      expect(cells(whole, 'self-check').map(([, , count, share]) => `${count} ${share}`)[0]).toBe('2 2 (100 %)');
      expect(cells(own, 'self-check')[0]![2]).toBe('1');
      expect(own.html()).not.toMatch(/Bo Deux|Cy Trois/);
    });

    it('and says what there is not: no section, nobody enrolled, nothing opened, nothing answered, a unit that is closed', async () => {
      const lecturer = await world.lecturer();
      const empty = await read(lecturer);
      const assistant = await world.assistant();
      await world.student();
      const waiting = await read(lecturer);
      await app.database.query('DELETE FROM assistant_section');
      const sectionless = await read(assistant);

      expect(empty('.empty h2').text()).toBe('Personne n’est encore inscrit');
      expect(waiting('.banner').text()).toContain('Ce module n’est pas ouvert');
      expect(waiting('#who').parent().text()).toContain('Personne ne l’a encore ouvert.');
      expect(waiting('.empty h3').text()).toBe('Aucune réponse pour l’instant');
      expect(sectionless('.empty h2').text()).toBe('Aucun groupe ne vous est confié');
    });

    it('and by nobody else', async () => {
      const student = await aStudent();
      await (await app.as(student)).get(at(student, '/results')).expect(404);
      await (await app.as(await world.lecturer({ course: await world.course() }))).get(at(student, '/results')).expect(404);
      await (await app.as(await world.lecturer())).get(at(student, '/results', 'no-such-unit')).expect(404);
    });

    it('in English to who reads it in English', async () => {
      const lecturer = await world.lecturer({ language: 'en' });
      const student = await world.student();
      await tried(student, 1, questions().slice(1));

      const page = await read(lecturer);

      expect(page('h1').text()).toBe('What the class did with it');
      expect(page('.questions-chart svg').attr('aria-label')).toBe('Question 1 is the hardest: found at the first try by 0 of 1 people.');
    });
  });
});
