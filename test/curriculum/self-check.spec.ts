import { randomUUID } from 'node:crypto';
import * as cheerio from 'cheerio';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import { statementsDuring } from '../support/statements.js';
import type { CoursePerson } from '../support/world.js';

const UNIT = 'web-writing';
const CLOSED = 'web-pr';

describe('the self-check of a unit', () => {
  const app = appForFile();
  const { world } = app;
  let student: CoursePerson;

  beforeEach(async () => {
    student = await world.student();
    await app.nest.get(CurriculumService).addReleases(student.course.id, [{ unit: UNIT, state: 'published' }]);
  });

  const at = (rest = '', unit = UNIT): string => `/courses/${student.course.slug}/units/${unit}${rest}`;
  const questions = () => app.nest.get(CurriculumContent).selfCheck(UNIT)!.questions;
  const right = (index: number): string[] =>
    questions()
      [index]!.options.filter((option) => option.right)
      .map(({ id }) => id);
  const wrong = (index: number): string[] => [questions()[index]!.options.find((option) => !option.right)!.id];
  /** So many right ones from the first, the rest wrong. */
  const answers = (rightOnes: number): Record<string, string[]> =>
    Object.fromEntries(questions().map(({ id }, index) => [id, index < rightOnes ? right(index) : wrong(index)]));
  const form = (rightOnes: number, key: string = randomUUID()): Record<string, string | string[]> => ({
    key,
    ...Object.fromEntries(Object.entries(answers(rightOnes)).map(([id, chosen]) => [`answer-${id}`, chosen])),
  });
  const send = async (body: object, by: CoursePerson = student, unit = UNIT) =>
    (await app.as(by)).post(at('/self-check', unit)).type('form').send(body);
  const read = async (query = '', by: CoursePerson = student) => cheerio.load((await (await app.as(by)).get(at(query)).expect(200)).text);
  const rows = () =>
    app.database.query<{ person_id: string; attempt: number; asked: string[]; answers: object; right_ones: string[] }>(
      'SELECT person_id, attempt, asked, answers, right_ones FROM self_check_attempt ORDER BY attempt',
    );

  describe('before it is answered', () => {
    it('asks everything in one form, and holds neither what is right nor why', async () => {
      const html = (await (await app.as(student)).get(at()).expect(200)).text;
      const page = cheerio.load(html);

      expect(page('#self-check fieldset')).toHaveLength(questions().length);
      expect(page(`#self-check form[action="${at('/self-check')}"] input[name="answer-${questions()[0]!.id}"]`)).toHaveLength(
        questions()[0]!.options.length,
      );
      for (const { explanation } of questions()) {
        expect(page.text()).not.toContain(explanation.fr);
        expect(html).not.toContain(explanation.fr.slice(0, 30));
      }
      const props = page('[data-island="self-check"]').attr('data-props')!;
      expect(props).not.toMatch(/explanation|"slide|right":(?:true|false|\[)/);
      expect(JSON.parse(props).questions[0]).toEqual({
        id: questions()[0]!.id,
        isSeveral: questions()[0]!.kind === 'several',
        prompt: questions()[0]!.prompt.fr,
        options: questions()[0]!.options.map(({ id, text }) => ({ id, text: text.fr })),
      });
      expect(page('#self-check header').text()).toContain('sans note');
    });

    it('needs one statement of the page', async () => {
      const visitor = await app.as(student);
      await visitor.get(at()).expect(200);

      const statements = await statementsDuring(app, () => visitor.get(at()).expect(200));

      expect(statements.filter((sql) => sql.includes('self_check_counting'))).toHaveLength(1);
      expect(statements).toHaveLength(2);
    });
  });

  describe('answered question by question', () => {
    const ask = async (body: object, by: CoursePerson = student, unit = UNIT) =>
      (await app.as(by)).post(at('/self-check/feedback', unit)).type('json').send(body);

    it('says at once what was right and why, and where it is taught', async () => {
      const [question] = questions();

      const good = await ask({ question: question!.id, chosen: right(0) });
      const bad = await ask({ question: question!.id, chosen: wrong(0) });

      expect(good.body).toEqual({
        isRight: true,
        right: right(0),
        explanation: question!.explanation.fr,
        slide: { number: question!.slide, href: `/slides/fr/${UNIT}?course=${student.course.slug}#/${question!.slide}` },
      });
      expect(bad.body).toMatchObject({ isRight: false, right: right(0) });
      expect(await rows()).toEqual([]);
    });

    it('says nothing without an answer, or to another question than those asked', async () => {
      const { id } = questions()[0]!;
      for (const body of [
        { question: id, chosen: [] },
        { question: id, chosen: ['none'] },
        { question: 'none', chosen: ['a'] },
        { question: id },
      ]) {
        const reply = await ask(body);
        expect(reply.status).toBe(422);
        expect(reply.text).not.toContain(questions()[0]!.explanation.fr.slice(0, 20));
      }
    });

    it('keeps the finished try, and answers with one’s tries', async () => {
      const reply = await (
        await app.as(student)
      )
        .put(at('/self-check'))
        .type('json')
        .send({ key: randomUUID(), answers: answers(3) })
        .expect(200);

      expect(reply.body).toMatchObject({
        kind: 'kept',
        tries: { count: 1, newest: [{ attempt: 1, right: 3, asked: questions().length }], best: { attempt: 1 } },
      });
      expect(await rows()).toEqual([
        {
          person_id: student.id,
          attempt: 1,
          asked: questions().map(({ id }) => id),
          answers: answers(3),
          right_ones: questions()
            .slice(0, 3)
            .map(({ id }) => id),
        },
      ]);
    });

    it('keeps nothing unfinished', async () => {
      const [first, ...rest] = Object.entries(answers(0));
      expect(first).toBeDefined();
      const visitor = await app.as(student);
      for (const body of [{ key: randomUUID(), answers: Object.fromEntries(rest) }, { answers: answers(1) }, {}])
        await visitor.put(at('/self-check')).type('json').send(body).expect(422);
      expect(await rows()).toEqual([]);
    });
  });

  describe('sent as a form', () => {
    it('comes back with every explanation, the try kept', async () => {
      const sent = await send(form(2));
      expect([sent.status, sent.headers['location']]).toEqual([303, `${at('?try=1')}#self-check`]);

      const page = await read('?try=1');

      for (const { explanation } of questions()) expect(page('#self-check').text()).toContain(explanation.fr);
      expect(page('#self-check .banner.ok')).toHaveLength(2);
      expect(page('#self-check .banner.warn')).toHaveLength(questions().length - 2);
      expect(page('#self-check').text()).toContain(`2 sur ${questions().length}`);
      expect(page('#self-check [data-island]')).toHaveLength(0);
    });

    it('comes back with what was chosen where an answer is missing, and keeps nothing', async () => {
      const { [`answer-${questions()[1]!.id}`]: _, ...incomplete } = form(2);

      const reply = await send(incomplete);

      expect(reply.status).toBe(422);
      const page = cheerio.load(reply.text);
      expect(page('#self-check .error').text()).toContain('Choisissez une réponse');
      expect(page('#self-check .problems a').attr('href')).toBe(`#${page('#self-check fieldset').eq(1).attr('id')}`);
      expect(page(`#self-check input[name="answer-${questions()[0]!.id}"][checked]`).attr('value')).toBe(right(0)[0]);
      expect(reply.text).not.toContain(questions()[0]!.explanation.fr.slice(0, 30));
      expect(await rows()).toEqual([]);
    });

    it('is one try however often it is clicked, and another one when it is answered anew', async () => {
      const once = form(4);
      const visitor = await app.as(student);
      const clicks = await Promise.all(Array.from({ length: 10 }, () => visitor.post(at('/self-check')).type('form').send(once)));

      expect(new Set(clicks.map(({ headers }) => headers['location']))).toEqual(new Set([`${at('?try=1')}#self-check`]));
      expect(await rows()).toHaveLength(1);

      await Promise.all([send(form(5)), send(form(6)), send(form(1, once['key'] as string))]);
      expect((await rows()).map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    });
  });

  describe('once it was tried', () => {
    it('lists the tries with their date and result, the best of them marked', async () => {
      for (const rightOnes of [3, 6, 6, 1]) await send(form(rightOnes));

      const page = await read();

      const lines = page('.tries li')
        .map((_, line) => page(line).text().replace(/\s+/g, ' '))
        .get();
      expect(lines).toHaveLength(4);
      expect(lines[0]).toMatch(/^Essai 4.*\d h.*1 sur 8$/);
      expect(lines.filter((line) => line.includes('meilleur'))).toEqual([expect.stringMatching(/^Essai 2/)]);
      expect(page('.tries time')).toHaveLength(4);
    });

    it('never changes', async () => {
      await send(form(3));
      await expect(app.database.query(`UPDATE self_check_attempt SET right_ones = asked`)).rejects.toThrow();
      await expect(app.database.query('DELETE FROM self_check_attempt')).rejects.toThrow();
    });

    it('is nobody else’s: neither a classmate nor the teaching team reads it', async () => {
      await send(form(3));

      for (const other of [await world.student(), await world.assistant(), await world.lecturer()]) {
        const page = await read('?try=1', other);
        expect(page('.tries')).toHaveLength(0);
        expect(page('#self-check .banner')).toHaveLength(0);
      }
    });

    it('takes no key that is another’s', async () => {
      const key = randomUUID();
      await send(form(3, key));
      const other = await world.student();

      const reply = await send(form(3, key), other);

      expect(reply.headers['location']).toContain('try=1');
      expect((await rows()).map(({ person_id: person }) => person).sort()).toEqual([student.id, other.id].sort());
    });

    it('is read again although a question has left the file since', async () => {
      const asked = ['gone', ...questions().map(({ id }) => id)];
      await app.database.query(
        `INSERT INTO self_check_attempt (course_id, person_id, unit_key, attempt, asked, answers, right_ones) VALUES ($1, $2, $3, 1, $4, '{"gone":["a"]}', '{gone}')`,
        [student.course.id, student.id, UNIT, asked],
      );

      const page = await read('?try=1');

      expect(page('#self-check').text()).toContain('Une question de cet essai n’est plus posée');
      expect(page('#self-check').text()).toContain('1 sur 9');
    });
  });

  it('does not exist before the unit is open', async () => {
    const visitor = await app.as(student);
    expect((await send(form(3), student, CLOSED)).status).toBe(404);
    await visitor
      .post(at('/self-check/feedback', CLOSED))
      .type('json')
      .send({ question: 'x', chosen: ['a'] })
      .expect(404);
    await visitor.put(at('/self-check', CLOSED)).type('json').send({ key: randomUUID(), answers: {} }).expect(404);
    expect(await rows()).toEqual([]);
  });

  it('may be tried by the teaching team before, whose tries are told apart', async () => {
    const assistant = await world.assistant();
    expect((await send(form(3), assistant)).status).toBe(303);
    expect((await read('', assistant))('#self-check').text()).toContain('ne comptent pas parmi ceux');
    expect((await read())('#self-check').text()).not.toContain('ne comptent pas parmi');
  });

  it('keeps no try of a course that is archived', async () => {
    await world.archive(student.course);
    expect((await send(form(3))).status).toBe(403);
    const page = await read();
    expect(page('#self-check form')).toHaveLength(0);
    expect(page('#self-check').text()).toContain('archivé');
  });

  describe('counts', () => {
    const decide = async (by: CoursePerson, fields: object) =>
      (await app.as(by)).post(at('/self-check/counting')).type('form').send(fields);
    const standing = async () =>
      (await app.database.query('SELECT unit_key, counts, version FROM self_check_counting WHERE course_id = $1', [student.course.id]))[0];

    it('for nothing unless a lecturer says so; then students are told, and it is written down who decided', async () => {
      const lecturer = await world.lecturer();
      expect((await read('', lecturer))('.counting input[type=checkbox]').attr('checked')).toBeUndefined();

      const reply = await decide(lecturer, { counts: 'on', version: 0 });

      expect(reply.headers['location']).toBe(`${at('?done=counting')}#self-check`);
      expect(await standing()).toEqual({ unit_key: UNIT, counts: true, version: 1 });
      expect((await read())('#self-check header').text()).toContain('le meilleur essai compte dans la participation');
      expect((await read())('.counting')).toHaveLength(0);
      const [line] = await app.database.query(
        `SELECT actor_id, object, detail FROM audit_line WHERE action = 'self-check-counting-changed'`,
      );
      expect(line).toEqual({ actor_id: lecturer.id, object: `unit:${UNIT}`, detail: { counts: true } });

      await decide(lecturer, { version: 1 });
      expect(await standing()).toMatchObject({ counts: false, version: 2 });
      expect((await read())('#self-check header').text()).toContain('sans note');
    });

    it('as one lecturer chose, when two choose from the same page', async () => {
      const lecturer = await world.lecturer();
      const replies = await Promise.all(Array.from({ length: 6 }, () => decide(lecturer, { counts: 'on', version: 0 })));
      expect(replies.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409, 409]);

      const late = await decide(lecturer, { version: 0 });
      expect(late.status).toBe(409);
      const page = cheerio.load(late.text);
      expect(page('.counting [role=alert]').text()).toContain('entre-temps');
      expect(page('.counting input[name=version]').attr('value')).toBe('1');
      expect(page('.counting input[type=checkbox]').attr('checked')).toBeUndefined();
    });

    it('by nobody else’s word, and not in a course that is archived', async () => {
      expect((await decide(student, { counts: 'on', version: 0 })).status).toBe(404);
      expect((await decide(await world.assistant(), { counts: 'on', version: 0 })).status).toBe(404);
      const lecturer = await world.lecturer();
      await world.archive(student.course);
      expect((await decide(lecturer, { counts: 'on', version: 0 })).status).toBe(403);
      expect(await standing()).toBeUndefined();
    });
  });
});
