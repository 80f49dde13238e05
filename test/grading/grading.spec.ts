import { submissionsToGrade, judged, untouched } from '../support/submissions-to-grade.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf, spaced } from '../support/pages.js';
import { statementsDuring } from '../support/statements.js';
import type { Visitor } from '../support/test-app.js';
import type { CoursePerson, SomeSection } from '../support/world.js';

describe('grading a submission', () => {
  const app = appForFile();
  const { world } = app;
  const submissions = submissionsToGrade(app, world);
  /** An assistant alone with a section of their own, so that each story has its own queue. */
  const anAssistant = async (): Promise<{ section: SomeSection; assistant: CoursePerson; at: string; browser: Visitor }> => {
    const section = await world.section({ course: await world.course() });
    const assistant = await world.assistant({ sections: [section] });
    return { section, assistant, at: `/courses/${section.course.slug}/grading`, browser: await app.as(assistant) };
  };
  const aSubmission = async (section: SomeSection, given: { late?: number; name?: string } = {}) =>
    submissions.handIn({
      team: await world.team({ section, ...(given.name && { name: given.name }) }),
      ...(given.late !== undefined && { late: given.late }),
    });
  const open = async (browser: Visitor, at: string, submission: string): Promise<string> => {
    const reply = await browser.post(`${at}/open`).type('form').send({ submission }).expect(303);
    return reply.headers['location']!;
  };
  const read = async (browser: Visitor, address: string) => pageOf((await browser.get(address).expect(200)).text);
  const save = (browser: Visitor, address: string, body: object) => browser.put(address).send(body);
  /** The plain form, as a browser without a script sends it. */
  const form = (version: number, given: Record<string, string> = {}) => ({
    version: String(version),
    'level.evidence': 'B',
    'points.evidence': 'B:14',
    'level.coding': 'A',
    'points.coding': 'A:12',
    gate: 'ok',
    ...given,
  });

  it('goes from the queue to a submission, saves by itself, finishes, and comes to the next', async () => {
    const { section, at, browser } = await anAssistant();
    const [first, second] = [await aSubmission(section, { name: 'Huard' }), await aSubmission(section, { name: 'Mésange' })];

    const queue = await read(browser, at);
    expect(queue('tbody tr')).toHaveLength(2);
    expect(queue('tbody .badge').first().text().trim()).toBe('Non corrigée');

    const { location: address } = (await browser.post(`${at}/next`).type('form').send({ stage: first.stage.id }).expect(303)).headers;
    const page = await read(browser, address!);
    expect(['Huard', 'Mésange']).toContain(page('h1').text());
    expect(page('.criterion').length).toBe(4);
    expect(page('.level').first().text()).toContain('Au moins 98');
    expect(page('.papers').text()).toContain('Onze cellules vides.');

    const saved = await save(browser, address!, { version: 1, content: judged() }).expect(200);
    expect(saved.body).toMatchObject({ kind: 'saved', version: 2 });
    const again = await read(browser, address!);
    expect(again('input[name="level.evidence"]:checked').val()).toBe('B');
    expect(again('input[name="points.evidence"]:checked').val()).toBe('B:14');
    expect(again('.running-total b').text()).toBe('26');

    const next = await browser.post(`${address}/finish`).type('form').send(form(2)).expect(303);
    expect(next.headers['location']).not.toBe(address);
    const other = await read(browser, next.headers['location']!);
    expect([page('h1').text(), other('h1').text()].sort()).toEqual([first.team.name, second.team.name]);

    const last = await browser.post(`${next.headers['location']}/finish`).type('form').send(form(1)).expect(303);
    const done = await read(browser, last.headers['location']!);
    expect(done('.empty h3').text()).toBe('Tout est corrigé');
  });

  it('works without a script: a level alone begins at the top of its range', async () => {
    const { section, at, browser } = await anAssistant();
    const address = await open(browser, at, (await aSubmission(section)).id);

    const reply = await browser
      .post(address)
      .type('form')
      .send({ version: '1', 'level.evidence': 'C', 'comment.evidence': 'À dater.' })
      .expect(303);
    const page = await read(browser, reply.headers['location']!);

    expect(page('input[name="points.evidence"]:checked').val()).toBe('C:12');
    expect(page('textarea[name="comment.evidence"]').text()).toBe('À dater.');
    expect(
      page('.points input')
        .toArray()
        .map((input) => page(input).val()),
    ).toEqual(['C:12', 'C:11', 'C:10']);
  });

  it('gives points to the level they were sent with, never to another', async () => {
    const { section, at, browser } = await anAssistant();
    const address = await open(browser, at, (await aSubmission(section)).id);

    await browser
      .post(address)
      .type('form')
      .send(form(1, { 'level.evidence': 'A', 'points.evidence': 'B:13' }))
      .expect(303);

    expect((await read(browser, address))('input[name="points.evidence"]:checked').val()).toBe('A:18');
  });

  it.each([
    [
      'points above the range of the level',
      { criteria: { ...judged().criteria, evidence: { level: 'B', points: 16, comment: '' } } },
      'fr',
      'Le niveau « Bon » va de 13 à 15 points',
    ],
    [
      'points above the range of the level',
      { criteria: { ...judged().criteria, evidence: { level: 'B', points: 16, comment: '' } } },
      'en',
      'The level “Good” goes from 13 to 15 points',
    ],
    [
      'half points',
      { criteria: { ...judged().criteria, evidence: { level: 'B', points: 13.5, comment: '' } } },
      'fr',
      'par points entiers',
    ],
    [
      'points without a level',
      { criteria: { ...judged().criteria, evidence: { level: null, points: 3, comment: '' } } },
      'fr',
      'Choisissez un niveau',
    ],
    [
      'a level that the rubric does not have',
      { criteria: { ...judged().criteria, evidence: { level: 'Z', points: 3, comment: '' } } },
      'fr',
      'Ce niveau n’existe pas',
    ],
    ['a comment as long as a report', { comment: 'a'.repeat(5001) }, 'fr', '5000 caractères au plus'],
    ['a criterion of another stage', { criteria: { ...judged().criteria, plots: { level: 'A', points: 10, comment: '' } } }, 'fr', ''],
    ['a criterion left out', { criteria: { evidence: judged().criteria['evidence'] } }, 'fr', ''],
    ['something besides', { isAdmin: true }, 'fr', ''],
  ] as const)('refuses %s', async (_, change, language, sentence) => {
    const { section, at } = await anAssistant();
    const browser = await app.as(await world.assistant({ sections: [section], language }));
    const address = await open(browser, at, (await aSubmission(section)).id);

    const reply = await save(browser, address, { version: 1, content: { ...judged(), ...change } }).expect(422);

    expect(reply.body.kind).toBe('refused');
    expect(spaced(reply.body.because)).toContain(sentence);
    expect(
      (
        await app.database.query('SELECT FROM assessment_save s JOIN assessment a ON a.id = s.assessment_id WHERE a.id = $1', [
          address.split('/').at(-1),
        ])
      ).length,
    ).toBe(0);
  });

  it('shows a refused form again with everything that was typed', async () => {
    const { section, at, browser } = await anAssistant();
    const address = await open(browser, at, (await aSubmission(section)).id);

    const reply = await browser
      .post(address)
      .type('form')
      .send(form(1, { 'comment.coding': 'a'.repeat(5001), comment: 'À garder.' }))
      .expect(422);
    const page = pageOf(reply.text);

    expect(page('textarea[name="comment.coding"]').attr('aria-invalid')).toBe('true');
    expect(page('textarea[name="comment.coding"]').text()).toHaveLength(5001);
    expect(page('textarea[name=comment]').text()).toBe('À garder.');
    expect(page('input[name="level.evidence"]:checked').val()).toBe('B');
  });

  it('does not finish what lacks a level, says what it lacks, and keeps the rest', async () => {
    const { section, at, browser } = await anAssistant();
    const address = await open(browser, at, (await aSubmission(section)).id);
    const { gate: _, 'level.coding': __, ...lacking } = form(1, { comment: 'Presque.' });

    const page = pageOf((await browser.post(`${address}/finish`).type('form').send(lacking).expect(422)).text);

    expect(page('.not-yet').text()).toContain('Guide de codage, codage, calculs, Intégrité');
    const kept = await read(browser, address);
    expect(kept('textarea[name=comment]').text()).toBe('Presque.');
    expect(kept('.banner.ok')).toHaveLength(0);
  });

  it('reopens a finished submission at the first change, and writes down that its mark changed', async () => {
    const { section, assistant, at, browser } = await anAssistant();
    const submission = await aSubmission(section);
    const id = await submissions.grade(submission, assistant);
    const actions = async () =>
      (
        await app.database.query<{ action: string; detail: object }>(
          'SELECT action, detail FROM audit_line WHERE object = $1 ORDER BY id',
          [`assessment:${id}`],
        )
      ).map(({ action, detail }) => [action, detail]);

    expect((await read(browser, `${at}/${id}`))('.banner.ok').text()).toContain(`terminée par ${assistant.name}`);
    await save(browser, `${at}/${id}`, { version: 2, content: judged() }).expect(200);
    expect(await actions()).toEqual([['mark-given', { to: 26, state: 'finished' }]]);

    const changed = judged({ criteria: { ...judged().criteria, coding: { level: 'B', points: 9, comment: 'Kappa absent.' } } });
    await save(browser, `${at}/${id}`, { version: 2, content: changed }).expect(200);
    expect(await actions()).toEqual([
      ['mark-given', { to: 26, state: 'finished' }],
      ['mark-changed', { from: 26, to: 23, state: 'draft' }],
    ]);
    expect((await read(browser, `${at}?show=todo`))('tbody tr')).toHaveLength(1);
  });

  it('keeps the rubric it was begun with, and says that there is a newer one', async () => {
    const { section, assistant, at, browser } = await anAssistant();
    const submission = await aSubmission(section);
    const content = submission.stage && (await world.assignment({ course: section.course })).content;
    const before = content.rubric;
    const id = await submissions.grade(submission, assistant, judged(), 'keep');
    const renamed = structuredClone(before);
    renamed.criteria.find(({ key }) => key === 'evidence')!.levels[1]!.name.fr = 'Très bon';

    Object.assign(content, { rubric: renamed });
    const page = await read(browser, `${at}/${id}`);
    const other = await open(browser, at, (await aSubmission(section)).id);
    const newer = await read(browser, other);
    Object.assign(content, { rubric: before });

    expect(page('.notices').text()).toContain('La grille a changé');
    expect(page('#part-evidence').text()).toContain('Bon');
    expect(page('#part-evidence').text()).not.toContain('Très bon');
    expect(newer('#part-evidence').text()).toContain('Très bon');
    const [kept] = await app.database.query<{ name: string }>(
      'SELECT level_name_fr AS name FROM assessment_criterion WHERE assessment_id = $1 AND criterion = $2',
      [id, 'evidence'],
    );
    expect(kept).toEqual({ name: 'Bon' });
  });

  it('opens the newest attempt, and warns on the one before', async () => {
    const { section, assistant, at, browser } = await anAssistant();
    const first = await aSubmission(section);
    const id = await submissions.grade(first, assistant, judged(), 'keep');
    const second = await submissions.handIn({ team: first.team, text: 'Neuf cellules vides.' });

    expect((await read(browser, `${at}/${id}`))('.notices .banner.warn').text()).toContain('la tentative 2 est la plus récente');
    const page = await read(browser, await open(browser, at, first.id));
    expect(page('.papers').text()).toContain('Neuf cellules vides.');
    expect((await read(browser, at))(`input[value="${second.id}"]`)).toHaveLength(1);
  });

  it('shows who has a submission open, passes it over, and lets go of it', async () => {
    const { section, at, browser } = await anAssistant();
    const sam = await world.assistant({ sections: [section], name: 'Sam Okafor' });
    const hers = await app.as(sam);
    const submission = await aSubmission(section);
    const address = await open(hers, at, submission.id);

    expect((await read(browser, at))('tbody').text()).toContain('Ouverte par Sam Okafor');
    const passed = await browser.post(`${at}/next`).type('form').send({ stage: submission.stage.id }).expect(303);
    expect(passed.headers['location']).toBe(`${at}?stage=${submission.stage.id}`);
    expect(await open(browser, at, submission.id)).toBe(address);
    expect((await read(browser, address))('.notices').text()).toContain('Sam Okafor a aussi cette copie ouverte');

    await hers.post(`${address}/release`).send({}).expect(200);
    expect((await browser.post(`${at}/next`).type('form').send({ stage: submission.stage.id }).expect(303)).headers['location']).toBe(
      address,
    );
  });

  it('lets a claim run out after a quarter of an hour without a save', async () => {
    const { section, at, browser } = await anAssistant();
    const sam = await app.as(await world.assistant({ sections: [section] }));
    const address = await open(sam, at, (await aSubmission(section)).id);
    await app.database.query(`UPDATE assessment SET claimed_until = claimed_until - interval '15 minutes'`);

    expect((await read(browser, address))('.notices').text()).not.toContain('aussi cette copie ouverte');
    await save(sam, address, { version: 1, content: untouched }).expect(200);
    await save(sam, address, { version: 1, content: judged() }).expect(200);
    expect((await read(browser, address))('.notices').text()).toContain('aussi cette copie ouverte');
  });

  it('lets go with the last save of a page that closes', async () => {
    const { section, at, browser } = await anAssistant();
    const address = await open(browser, at, (await aSubmission(section)).id);

    await save(browser, address, { version: 1, content: judged(), leaving: true }).expect(200);

    const [row] = await app.database.query<{ held: string | null }>('SELECT claimed_by AS held FROM assessment WHERE id = $1', [
      address.split('/').at(-1),
    ]);
    expect(row).toEqual({ held: null });
  });

  it('can be read but not changed once the course is archived', async () => {
    const { section, assistant, at, browser } = await anAssistant();
    const submission = await aSubmission(section);
    const id = await submissions.grade(submission, assistant);
    await world.archive(section.course);

    expect((await read(browser, `${at}/${id}`))('fieldset.list').attr('disabled')).toBeDefined();
    const reply = await save(browser, `${at}/${id}`, { version: 2, content: untouched }).expect(409);
    expect(reply.body.message).toContain('archivé');
    await browser.post(`${at}/open`).type('form').send({ submission: submission.id }).expect(409);
  });

  it('writes down what people type as they typed it, and shows it as text', async () => {
    const { section, assistant, at, browser } = await anAssistant();
    const typed = '<script>alert(1)</script> "&" \n\u0000\ud800 « é » ${1} {{2}} ÷';
    const id = await submissions.grade(
      await aSubmission(section),
      assistant,
      judged({ comment: typed, gate: { level: 'ok', comment: typed } }),
      'keep',
    );

    const page = await read(browser, `${at}/${id}`);

    expect(page('textarea[name=comment]').text()).toBe(spaced(typed.replace('\u0000', '').replace('\ud800', '\ufffd')));
    expect(page('script:not([src])')).toHaveLength(0);
  });

  it('says what is late and what that costs', async () => {
    const { section, assistant, at, browser } = await anAssistant();
    const id = await submissions.grade(await aSubmission(section, { late: 1.5 }), assistant);

    const page = await read(browser, `${at}/${id}`);

    expect(page('.submitted header').text()).toContain('2 jours de retard');
    expect(page('.running-total').text()).toContain('5,2 points de moins');
    expect((await read(browser, `${at}?show=all`))('tbody .badge.warn').text()).toContain('2 jours de retard');
  });

  it('shows teams that have handed in nothing, and an empty queue in words', async () => {
    const { section, at, browser } = await anAssistant();
    expect((await read(browser, at))('.empty').text()).toContain('Aucun travail demandé');

    await world.assignment({ course: section.course });
    expect((await read(browser, at))('.empty').text()).toContain('Aucune équipe dans vos groupes');

    await world.team({ section, name: 'Pluvier' });
    expect((await read(browser, at))('.empty').text()).toContain('Aucune remise pour l’instant');

    await aSubmission(section);
    const page = await read(browser, `${at}?stage=grid`);
    expect(page('p.small').text()).toContain('N’a encore rien remis : Pluvier.');
  });

  it('reads the same in English', async () => {
    const { section, at } = await anAssistant();
    const browser = await app.as(await world.assistant({ sections: [section], language: 'en' }));
    await aSubmission(section);

    const queue = await read(browser, at);
    expect(queue('h1').text()).toBe('Grading');
    const page = await read(browser, await open(browser, at, String(queue('tbody input[name=submission]').val())));
    expect(page('#rubric').text()).toBe('Rubric');
    expect(page('.level').first().text()).toContain('At least 98');
  });

  it('asks the database three times, however many submissions there are', async () => {
    const { section, at, browser } = await anAssistant();
    await aSubmission(section);
    const few = await statementsDuring(app, () => browser.get(at).expect(200));
    for (let more = 0; more < 6; more += 1) await aSubmission(section);

    expect(await statementsDuring(app, () => browser.get(at).expect(200))).toHaveLength(3);
    expect(few).toHaveLength(3);
  });

  it('saves in at most eight statements, the session’s two besides', async () => {
    const { section, at, browser } = await anAssistant();
    const address = await open(browser, at, (await aSubmission(section)).id);
    await save(browser, address, { version: 1, content: untouched }).expect(200);

    const statements = await statementsDuring(app, () => save(browser, address, { version: 1, content: judged() }).expect(200));

    expect(statements.length - 2).toBeLessThanOrEqual(8);
  });
});
