import fc from 'fast-check';
import type { AssessmentContent } from '../../src/grading/assessing/assessment.shared.js';
import { submissionsToGrade, judged } from '../support/submissions-to-grade.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf } from '../support/pages.js';
import type { Visitor } from '../support/test-app.js';

interface Save {
  readonly who: string;
  readonly from: number;
  readonly applied: boolean;
  readonly said: string;
}

describe('two people on one submission', () => {
  const app = appForFile();
  const { world } = app;
  const submissions = submissionsToGrade(app, world);
  /** A submission that Inès and Sam both have open, at its first version. */
  const aSharedCopy = async () => {
    const section = await world.section({ course: await world.course() });
    const [ines, sam] = [
      await world.assistant({ sections: [section], name: 'Inès Belhadj' }),
      await world.assistant({ sections: [section], name: 'Sam Okafor' }),
    ];
    const submission = await submissions.handIn({ team: await world.team({ section }) });
    const hers = await app.as(ines);
    const { location } = (
      await hers.post(`/courses/${section.course.slug}/grading/open`).type('form').send({ submission: submission.id }).expect(303)
    ).headers;
    return { address: location!, id: location!.split('/').at(-1)!, hers, his: await app.as(sam) };
  };
  const saying = (comment: string): AssessmentContent => judged({ comment });
  const save = (browser: Visitor, address: string, version: number, content: AssessmentContent) =>
    browser.put(address).send({ version, content });
  const savesOf = (id: string): Promise<Save[]> =>
    app.database.query<Save>(
      `SELECT p.name AS who, s.made_from AS from, s.applied, s.content ->> 'comment' AS said
       FROM assessment_save s JOIN person p ON p.id = s.person_id WHERE s.assessment_id = $1 ORDER BY s.id`,
      [id],
    );

  it('tells the second, shows them both, and loses nothing', async () => {
    const { address, id, hers, his } = await aSharedCopy();

    await save(hers, address, 1, saying('Hers')).expect(200);
    const told = await save(his, address, 1, saying('His')).expect(409);

    expect(told.body).toMatchObject({ kind: 'conflict', version: 2, by: 'Inès Belhadj', content: saying('Hers') });
    expect(await savesOf(id)).toEqual([
      { who: 'Inès Belhadj', from: 1, applied: true, said: 'Hers' },
      { who: 'Sam Okafor', from: 1, applied: false, said: 'His' },
    ]);
    expect(pageOf((await hers.get(address)).text)('textarea[name=comment]').text()).toBe('Hers');

    await save(his, address, told.body.version, saying('Both')).expect(200);
    expect(pageOf((await hers.get(address)).text)('textarea[name=comment]').text()).toBe('Both');
  });

  it('puts both side by side on the page where there is no script, mine to be edited', async () => {
    const { address, hers, his } = await aSharedCopy();
    await save(
      hers,
      address,
      1,
      judged({ criteria: { ...judged().criteria, evidence: { level: 'A', points: 17, comment: 'Tout est daté.' } } }),
    ).expect(200);

    const mine = {
      version: '1',
      'level.evidence': 'C',
      'points.evidence': 'C:11',
      'comment.evidence': 'Rien n’est daté.',
      'level.coding': 'A',
      gate: 'ok',
      comment: 'Un relevé soigné.',
    };
    const page = pageOf((await his.post(`${address}/finish`).type('form').send(mine).expect(409)).text);

    expect(page('.conflict').text()).toContain('Inès Belhadj a enregistré pendant que vous corrigiez');
    expect(page('#part-evidence .theirs').text()).toContain('Excellent 17Tout est daté.');
    expect(page('textarea[name="comment.evidence"]').text()).toBe('Rien n’est daté.');
    expect(page('input[name="level.evidence"]:checked').val()).toBe('C');
    expect(page('#part-coding .theirs')).toHaveLength(0);

    await his
      .post(address)
      .type('form')
      .send({ ...mine, version: String(page('input[name=version]').val()) })
      .expect(303);
    expect(pageOf((await hers.get(address)).text)('textarea[name="comment.evidence"]').text()).toBe('Rien n’est daté.');
  });

  it('lets one of twenty saves at the same instant through, and keeps all twenty', async () => {
    const { address, id, hers, his } = await aSharedCopy();
    await Promise.all([hers.get(address), his.get(address)]);

    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, place) => save(place % 2 ? hers : his, address, 1, saying(`${place}`))),
    );

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
    const saves = await savesOf(id);
    expect(saves.filter(({ applied }) => applied)).toHaveLength(1);
    expect(saves.map(({ said }) => Number(said)).sort((one, other) => one - other)).toEqual([...Array(20).keys()]);
  });

  it('takes a save that comes again, its answer lost, for the one it has', async () => {
    const { address, hers } = await aSharedCopy();
    await save(hers, address, 1, saying('Once')).expect(200);

    const again = await save(hers, address, 1, saying('Once')).expect(200);

    expect(again.body).toMatchObject({ kind: 'saved', version: 2 });
  });

  it('does not let an older save of one’s own that was held up replace a newer one', async () => {
    const { address, id, hers } = await aSharedCopy();
    await save(hers, address, 1, saying('One')).expect(200);
    await save(hers, address, 2, saying('One, two')).expect(200);

    const late = await save(hers, address, 1, saying('O')).expect(409);

    expect(late.body.by).toBe('Vous, dans une autre page,');
    expect(late.body.content.comment).toBe('One, two');
    expect((await savesOf(id)).at(-1)).toMatchObject({ applied: false, said: 'O' });
  });

  it('finishes once when the button is pressed twice', async () => {
    const { address, id, hers } = await aSharedCopy();
    const form = { version: '1', 'level.evidence': 'B', 'level.coding': 'A', gate: 'ok' };

    const replies = await Promise.all([1, 2].map(() => hers.post(`${address}/finish`).type('form').send(form)));

    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(await app.database.query('SELECT action FROM audit_line WHERE object = $1', [`assessment:${id}`])).toEqual([
      { action: 'mark-given' },
    ]);
  });

  it('keeps every save ever sent, in whatever order they come', async () => {
    const { address, id, hers, his } = await aSharedCopy();
    let applied = 1;
    let sent = 0;
    const step = fc.record({ who: fc.constantFrom('hers', 'his'), behind: fc.constantFrom(0, 0, 0, 1, 2) });

    await fc.assert(
      fc.asyncProperty(step, async ({ who, behind }) => {
        const from = Math.max(0, applied - behind);
        sent += 1;
        const { status } = await save(who === 'hers' ? hers : his, address, from, saying(`save ${sent}`));
        expect(status).toBe(from === applied ? 200 : 409);
        if (status === 200) applied += 1;
      }),
      { numRuns: 25 },
    );

    const saves = await savesOf(id);
    expect(saves.map(({ said }) => said)).toEqual(Array.from({ length: sent }, (_, place) => `save ${place + 1}`));
    expect(saves.filter(({ applied: isApplied }) => isApplied)).toHaveLength(applied - 1);
    expect(pageOf((await hers.get(address)).text)('textarea[name=comment]').text()).toBe(saves.findLast((one) => one.applied)!.said);
  });
});
