import { submissionsToGrade, judged } from '../support/submissions-to-grade.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf } from '../support/pages.js';
import type { Visitor } from '../support/test-app.js';

describe('the walls around grading', () => {
  const app = appForFile();
  const { world } = app;
  const submissions = submissionsToGrade(app, world);
  /** Two sections of one course, a submission in each, and an assistant in the second alone. */
  const twoSections = async () => {
    const course = await world.course();
    const [one, two] = [await world.section({ course, name: '01' }), await world.section({ course, name: '02' })];
    const [ones, twos] = [
      await submissions.handIn({ team: await world.team({ section: one, name: 'Huard' }) }),
      await submissions.handIn({ team: await world.team({ section: two, name: 'Pluvier' }) }),
    ];
    const [ofOne, ofTwo] = [await world.assistant({ sections: [one] }), await world.assistant({ sections: [two] })];
    return { course, one, two, ones, twos, ofOne, ofTwo, at: `/courses/${course.slug}/grading` };
  };
  /** Everything one can ask of an assessment. */
  const everything = (browser: Visitor, at: string, assessment: string, submission: string) => [
    browser.get(`${at}/${assessment}`),
    browser.put(`${at}/${assessment}`).send({ version: 1, content: judged() }),
    browser.post(`${at}/${assessment}`).type('form').send({ version: '1' }),
    browser.post(`${at}/${assessment}/finish`).type('form').send({ version: '1' }),
    browser.post(`${at}/open`).type('form').send({ submission }),
  ];

  it('stand between sections: a submission of another is nowhere, by no address and in no count', async () => {
    const { ones, ofOne, ofTwo, at } = await twoSections();
    const id = await submissions.grade(ones, ofOne, judged(), 'keep');
    const browser = await app.as(ofTwo);

    for (const asked of everything(browser, at, id, ones.id)) expect((await asked).status).toBe(404);
    const queue = (await browser.get(`${at}?show=all`).expect(200)).text;
    expect(queue).toContain('Pluvier');
    expect(queue).not.toContain('Huard');
    expect(pageOf(queue)('.stage-progress').text()).toContain('0 copie corrigée sur 1');
    const next = await browser.post(`${at}/next`).type('form').send({ stage: ones.stage.id }).expect(303);
    expect((await browser.get(next.headers['location']!)).text).toContain('Pluvier');
    await browser.post(`${at}/${id}/release`).send({}).expect(200);
    expect(await app.database.query('SELECT claimed_by AS held FROM assessment WHERE id = $1', [id])).toEqual([{ held: ofOne.id }]);
  });

  it('let the lecturer see every section, and an assistant of both see both', async () => {
    const { course, one, two, at } = await twoSections();
    const both = await world.assistant({ sections: [one, two] });

    for (const person of [both, await world.lecturer({ course })]) {
      const queue = (await (await app.as(person)).get(`${at}?show=all`).expect(200)).text;
      expect(queue).toContain('Huard');
      expect(queue).toContain('Pluvier');
    }
  });

  it('close at once when an assistant is taken out of a section, and keep what they wrote', async () => {
    const { one, ones, ofOne, at } = await twoSections();
    const id = await submissions.grade(ones, ofOne, judged(), 'keep');
    const browser = await app.as(ofOne);
    await browser.get(`${at}/${id}`).expect(200);

    await app.database.query('DELETE FROM assistant_section WHERE person_id = $1 AND section_id = $2', [ofOne.id, one.id]);

    for (const asked of everything(browser, at, id, ones.id)) expect((await asked).status).toBe(404);
    expect(await app.database.query('SELECT applied FROM assessment_save WHERE assessment_id = $1', [id])).toEqual([{ applied: true }]);
  });

  it('keep students, other courses and strangers out', async () => {
    const { course, ones, ofOne, at } = await twoSections();
    const id = await submissions.grade(ones, ofOne, judged(), 'keep');
    const elsewhere = await world.lecturer({ course: await world.course() });

    for (const person of [ones.team.members[0]!, elsewhere, await world.admin()])
      for (const asked of [...everything(await app.as(person), at, id, ones.id), (await app.as(person)).get(at)])
        expect((await asked).status).toBe(404);
    await app.stranger().get(at).expect(303);
    await app.stranger().put(`${at}/${id}`).set('accept', 'application/json').send({}).expect(403);
    for (const address of ['stages', 'open', 'nowhere', '00000000-0000-4000-8000-000000000000'])
      await (await app.as(ofOne)).get(`${at}/${address}`).expect(404);
    expect(course.slug).toBeTruthy();
  });

  it('let an assistant post nothing', async () => {
    const { ones, ofOne, at } = await twoSections();
    await submissions.grade(ones, ofOne);
    const browser = await app.as(ofOne);

    for (const way of ['post', 'unpost']) {
      await browser.get(`${at}/stages/${ones.stage.id}/${way}`).expect(404);
      await browser.post(`${at}/stages/${ones.stage.id}/${way}`).type('form').send({ seen: '' }).expect(404);
    }
    expect((await browser.get(at)).text).not.toContain('Publication');
  });

  it('keep a course’s lecturer from the stages and submissions of another', async () => {
    const { ones, ofOne } = await twoSections();
    const id = await submissions.grade(ones, ofOne);
    const other = await world.course();
    await world.assignment({ course: other });
    const browser = await app.as(await world.lecturer({ course: other }));
    const at = `/courses/${other.slug}/grading`;

    for (const asked of everything(browser, at, id, ones.id)) expect((await asked).status).toBe(404);
    await browser.get(`${at}/stages/${ones.stage.id}/post`).expect(404);
    await browser.post(`${at}/stages/${ones.stage.id}/post`).type('form').send({ seen: 'x' }).expect(404);
    await browser.get(`/courses/${other.slug}/submissions/${ones.id}`).expect(404);
  });

  it('are not passed by names that every object has', async () => {
    const { ones, ofOne, at } = await twoSections();
    const id = await submissions.grade(ones, ofOne, judged(), 'keep');
    const browser = await app.as(ofOne);

    for (const body of [
      '{"version":2,"content":{"__proto__":{"x":1}}}',
      '{"version":2,"content":{"constructor":{}}}',
      '{"version":2,"content":{"criteria":{"toString":{}}}}',
      '{"version":2}',
      '[]',
      '{"version":1e400}',
    ])
      expect((await browser.put(`${at}/${id}`).set('content-type', 'application/json').send(body)).status).toBeGreaterThanOrEqual(400);
    expect(Object.prototype).not.toHaveProperty('x');
    expect((await browser.put(`${at}/${id}`).send({ version: -1, content: judged() })).status).toBe(422);
    expect((await browser.post(`${at}/${id}`).type('form').send('version=2&level.evidence=A&level.evidence=B')).status).toBeLessThan(500);
  });
});
