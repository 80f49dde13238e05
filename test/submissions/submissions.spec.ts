import { createHash, randomUUID } from 'node:crypto';
import * as cheerio from 'cheerio';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { timeText } from '../../src/platform/markup/time.js';
import { WRITE_RECEIPT } from '../../src/submissions/work/receipts.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf, spaced } from '../support/pages.js';
import { attemptsIn, CONTRACT, pressing, PROPOSAL, PROPOSAL_TEXTS, stageAt, submissionOf } from '../support/project.js';
import { statementsDuring } from '../support/statements.js';
import type { Visitor } from '../support/test-app.js';
import { DAY_MS, HOUR, type SomeTeam, type Student } from '../support/world.js';

const FILES = [PROPOSAL, CONTRACT];
const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

describe('handing in', () => {
  const app = appForFile();
  const { world } = app;
  let ines: Student;
  let team: SomeTeam;
  let visitor: Visitor;

  beforeEach(async () => {
    ines = await world.student({ name: 'Inès Belhadj', email: 'ines@attrait.test' });
    const maya = await world.student({ name: 'Maya Osei', email: 'maya@attrait.test', language: 'en', section: ines.section });
    team = await world.team({ name: 'Semelle Nord', members: [ines, maya] });
    await world.assignment();
    visitor = await app.as(ines);
  });

  const press = () => pressing(visitor, ines.course);
  const mails = async () => {
    await app.drainJobs();
    return app.database.query<{ recipient: string; language: string; subject: string; body: string }>(
      'SELECT * FROM mail ORDER BY recipient',
    );
  };
  const errorsOf = (html: string) => {
    const page = cheerio.load(html);
    return Object.fromEntries(
      page('.error')
        .toArray()
        .map((one) => [
          page(one)
            .attr('id')!
            .replace(/^f-|-error$/g, ''),
          page(one).text().trim(),
        ]),
    );
  };
  const typedIn = (html: string, field: string): string => cheerio.load(html)(`[name="${field}"]`).text();

  it('freezes texts, files and members, and gives the exact bytes back', async () => {
    const id = submissionOf(await press().handIn({ files: FILES }).expect(303));

    const [submission] = await app.database.query<Record<string, unknown>>('SELECT * FROM submission');
    expect(submission).toMatchObject({ id, attempt: 1, handed_in_by: ines.id, section_id: ines.section.id, team_id: team.id });
    expect(submission!['texts']).toEqual({
      decision: 'Réparer ou revendre ?',
      focal: 'Un atelier de ressemelage.',
      ai_statement: 'Aucun usage.',
    });
    expect(await app.database.query('SELECT FROM submission_member')).toHaveLength(2);
    const kept = await app.database.query<{ id: string; name: string }>('SELECT id, name FROM submission_file ORDER BY position');
    expect(kept.map(({ name }) => name)).toEqual(FILES.map(({ name }) => name));
    for (const [index, file] of kept.entries()) {
      const reply = await visitor.get(`/courses/${ines.course.slug}/submissions/${id}/files/${file.id}`).buffer(true).expect(200);
      expect(reply.body as Buffer).toEqual(FILES[index]!.content);
    }
  });

  it('shows the receipt on the page, in the list of attempts, and in a mail to each member in their language', async () => {
    const id = submissionOf(await press().handIn({ files: FILES }));

    const receipt = (await attemptsIn(app))[0]!.receipt;
    const page = cheerio.load((await visitor.get(`/courses/${ines.course.slug}/submissions/${id}`).expect(200)).text);
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(page('.receipt-code').text()).toBe(receipt);
    expect(page('.hashes').text()).toContain(sha256(PROPOSAL.content));
    expect(page('time').text()).toMatch(/HNE|HAE/);
    expect(
      cheerio
        .load((await visitor.get(stageAt(ines.course))).text)('table .receipt-code')
        .text(),
    ).toBe(receipt);

    const [toInes, toMaya] = await mails();
    expect([toInes!.recipient, toMaya!.recipient]).toEqual(['ines@attrait.test', 'maya@attrait.test']);
    expect(toInes!.subject).toBe(`Reçu ${receipt} : jalon 1, Semelle Nord`.replace(' :', '\u00a0:').replace('jalon 1', 'jalon\u00a01'));
    expect(toMaya!.subject).toBe(`Receipt ${receipt}: stage 1, Semelle Nord`);
    for (const { body } of [toInes!, toMaya!]) {
      expect(body).toContain(`http://attrait.test/courses/${ines.course.slug}/submissions/${id}`);
      for (const { name, content } of FILES) expect(body).toMatch(new RegExp(`${name}\n.*${sha256(content)}`));
      expect(body).toMatch(/HNE|HAE|E[SD]T/);
    }
  });

  it('says on the page one comes to that it is done', async () => {
    const reply = await press().handIn({ files: FILES }).expect(303);

    const page = cheerio.load((await visitor.get(reply.headers['location']!).expect(200)).text);
    expect(page('.banner.ok[role=status]').text()).toContain('Votre travail est remis.');
  });

  it('writes its audit line, and closes the team', async () => {
    const id = submissionOf(await press().handIn({ files: FILES }));

    const [line] = await app.database.query<Record<string, unknown>>(`SELECT * FROM audit_line WHERE action = 'work-handed-in'`);
    expect(line).toMatchObject({ actor_id: ines.id, course_id: ines.course.id, object: `submission:${id}`, detail: { attempt: 1 } });
    expect(await app.database.query('SELECT FROM team WHERE locked_at IS NOT NULL')).toHaveLength(1);
  });

  it('numbers a second attempt, with the files of the draft and what changed', async () => {
    await press().handIn({ files: FILES });
    const second = { ...PROPOSAL_TEXTS, 'text-decision': 'Vendre ou louer ?', version: '1' };

    await press().handIn({ fields: second }).expect(303);

    const attempts = await attemptsIn(app);
    expect(attempts.map(({ attempt, texts }) => [attempt, texts['decision']])).toEqual([
      [1, 'Réparer ou revendre ?'],
      [2, 'Vendre ou louer ?'],
    ]);
    expect(await app.database.query('SELECT FROM submission_file')).toHaveLength(4);
    expect(await mails()).toHaveLength(4);
  });

  it('writes the letters after the answer, and each of them once', async () => {
    const id = submissionOf(await press().handIn({ files: FILES }).expect(303));

    expect(await app.database.query('SELECT FROM mail')).toEqual([]);
    await app.drainJobs();
    await app.nest.get(JobQueue).add(WRITE_RECEIPT, [{ payload: { submissionId: id }, key: `receipt:${id}` }]);
    expect(await mails()).toHaveLength(2);
  });

  it('asks the database no more often than it must, once the team has handed in before', async () => {
    await press().handIn({ files: FILES });
    const second = { ...PROPOSAL_TEXTS, 'text-decision': 'Vendre ou louer ?', version: '1' };

    const statements = await statementsDuring(app, () => press().handIn({ fields: second }).expect(303));

    expect(statements).toHaveLength(5);
    expect(await attemptsIn(app)).toHaveLength(2);
  });

  it('takes late work within the rule, and says how late it is', async () => {
    await world.reschedule({ stage: 'proposal', due: -30 * HOUR });

    const id = submissionOf(await press().handIn({ files: FILES }).expect(303));

    const page = cheerio.load((await visitor.get(`/courses/${ines.course.slug}/submissions/${id}`)).text);
    expect(page('.badge').first().text()).toContain('2\u00a0jours de retard');
    expect((await mails())[1]!.body).toContain('Late: 2 days');
  });

  it.each([
    [
      'fr',
      'Votre tentative 1, remise à temps, sera remplacée par une remise en retard de 2 jours : celle-ci perd 20 % des points obtenus.',
    ],
    ['en', 'Your attempt 1, handed in on time, will be replaced by one that is 2 days late and loses 20% of the points it earns.'],
  ])('warns in %s before a late attempt replaces one on time, on the page and in the question', async (lang, warning) => {
    await app.database.query('UPDATE person SET language = $1 WHERE id = $2', [lang, ines.id]);
    await press().handIn({ files: FILES }).expect(303);
    await world.reschedule({ stage: 'proposal', due: -30 * HOUR });

    const page = pageOf((await visitor.get(stageAt(ines.course)).expect(200)).text);

    expect(page('.banner.warn').text()).toContain(warning);
    expect(page('button[data-confirm]').attr('data-consequence')).toContain(warning);
  });

  it('refuses a stage that has closed, and shows and keeps what was typed', async () => {
    await world.reschedule({ stage: 'proposal', due: -3 * DAY_MS - HOUR });

    const reply = await press().handIn({ files: FILES }).expect(409);

    const page = cheerio.load(reply.text);
    expect(page('[role=alert]').text()).toContain('Ce jalon est fermé');
    expect(page('.kept-texts').text()).toContain('Un atelier de ressemelage.');
    expect(await attemptsIn(app)).toEqual([]);
    expect(await app.database.query(`SELECT texts ->> 'focal' AS focal FROM draft`)).toEqual([{ focal: 'Un atelier de ressemelage.' }]);
  });

  it('looks at the deadline when it writes, not when the page was opened', async () => {
    await visitor.get(stageAt(ines.course)).expect(200);
    await world.reschedule({ stage: 'proposal', due: -4 * DAY_MS });

    await press().handIn({ files: FILES }).expect(409);
  });

  it.each([
    ['before the stage opens', () => world.reschedule({ stage: 'proposal', opens: DAY_MS, due: 2 * DAY_MS }), 'pas encore ouvert'],
    ['in an archived course', () => world.archive(ines.course), 'archivé'],
  ])('refuses %s', async (_, change, sentence) => {
    await change();

    const reply = await press().handIn({ files: FILES }).expect(409);

    expect(cheerio.load(reply.text)('[role=alert]').text()).toContain(sentence);
    expect(cheerio.load(reply.text)('main').text()).toContain('Un atelier de ressemelage.');
    expect(await attemptsIn(app)).toEqual([]);
  });

  it('stores no file in an archived course', async () => {
    await world.archive(ines.course);

    await press().handIn({ files: FILES }).expect(409);

    expect(await app.database.query('SELECT FROM blob')).toEqual([]);
  });

  it('refuses somebody without a team, shows the way to one, and what was typed', async () => {
    const alone = await world.student({ section: ines.section });

    const reply = await pressing(await app.as(alone), ines.course)
      .handIn({ files: FILES })
      .expect(409);

    expect(cheerio.load(reply.text)('.empty a').attr('href')).toBe(`/courses/${ines.course.slug}/teams`);
    expect(cheerio.load(reply.text)('.kept-texts').text()).toContain('Un atelier de ressemelage.');
    expect(await app.database.query('SELECT FROM blob')).toEqual([]);
  });

  it.each([
    ['fr', 'Écrivez une réponse avant de remettre.', 'Ce texte compte 61 mots ; il en faut 60 au plus.', 'Joignez au moins un fichier'],
    ['en', 'Write an answer before handing in.', 'This text has 61 words; at most 60 are wanted.', 'Attach at least one file'],
  ])('says in %s what is missing beside each field, and keeps everything', async (lang, missing, tooMany, noFile) => {
    await app.database.query('UPDATE person SET language = $1 WHERE id = $2', [lang, ines.id]);
    const wordy = 'mot '.repeat(61);
    const fields = { ...PROPOSAL_TEXTS, 'text-decision': wordy, 'text-focal': '   ' };

    const reply = await press()
      .handIn({ fields, files: [CONTRACT] })
      .expect(422);

    const errors = errorsOf(reply.text);
    expect(Object.keys(errors).sort()).toEqual(['file-proposal', 'text-decision', 'text-focal']);
    expect(errors['text-focal']).toBe(missing);
    expect(errors['text-decision']!.replace(/[\u00a0\u202f]/g, ' ')).toContain(tooMany);
    expect(errors['file-proposal']).toContain(noFile);
    expect(typedIn(reply.text, 'text-decision')).toBe(wordy);
    expect(
      cheerio
        .load(reply.text)('.problems a')
        .toArray()
        .map((one) => one.attribs['href']),
    ).toContain('#f-text-focal');
    expect(cheerio.load(reply.text)('.attached').text()).toContain('contrat.pdf');
    expect(await attemptsIn(app)).toEqual([]);
  });

  it.each([
    [
      'fr',
      [
        'La décision à éclairer : Écrivez',
        'L’organisation étudiée : Écrivez',
        'Proposition (2 ou 3 pages) : Joignez',
        'Contrat d’équipe signé : « contrat.pdf » est vide',
      ],
    ],
    [
      'en',
      [
        'The decision to inform: Write',
        'The focal organisation: Write',
        'Proposal (2 or 3 pages): Attach',
        'Signed team contract: “contrat.pdf” is empty',
      ],
    ],
  ])('names in %s, in the order of the page, each field that needs another look', async (lang, lines) => {
    await app.database.query('UPDATE person SET language = $1 WHERE id = $2', [lang, ines.id]);
    const fields = { ...PROPOSAL_TEXTS, 'text-focal': '', 'text-decision': '' };
    const files = [{ ...CONTRACT, content: '' }];

    const page = pageOf((await press().handIn({ fields, files }).expect(422)).text);

    const links = page('.problems a').toArray();
    const shown = links.map((link) => link.attribs['href']!.replace('#f-', ''));
    expect(shown).toEqual(['text-decision', 'text-focal', 'file-proposal', 'file-contract']);
    links.forEach((link, index) => expect(page(link).text()).toContain(lines[index]));
  });

  it('goes on from there: the file that was kept is handed in with the next try', async () => {
    await press()
      .handIn({ files: [CONTRACT] })
      .expect(422);

    await press()
      .handIn({ files: [PROPOSAL] })
      .expect(303);

    expect(await app.database.query('SELECT deliverable FROM submission_file ORDER BY position')).toEqual([
      { deliverable: 'contract' },
      { deliverable: 'proposal' },
    ]);
  });

  it('takes a second click for the same attempt, and the same page with other words for another', async () => {
    const request_key = randomUUID();
    const first = await press().handIn({ fields: { ...PROPOSAL_TEXTS, request_key }, files: FILES });

    const again = await press().handIn({ fields: { ...PROPOSAL_TEXTS, request_key }, files: FILES });
    const changed = await press().handIn({ fields: { ...PROPOSAL_TEXTS, 'text-focal': 'Un autre atelier.', version: '1', request_key } });

    expect(submissionOf(again)).toBe(submissionOf(first));
    expect(submissionOf(changed)).not.toBe(submissionOf(first));
    expect((await attemptsIn(app)).map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(await app.database.query('SELECT FROM draft_file')).toHaveLength(2);
  });

  it('stores nothing for a form without its token, or with fields nobody asked for', async () => {
    const forged = visitor
      .post(`${stageAt(ines.course)}/submissions`)
      .field('version', '0')
      .attach('file-proposal', PROPOSAL.content as Buffer, 'a.pdf');
    expect((await forged).status).toBe(403);
    await press()
      .handIn({ fields: { ...PROPOSAL_TEXTS, team_id: randomUUID() } })
      .expect(422);
    await press()
      .handIn({ files: [{ ...PROPOSAL, field: 'file-elsewhere' }] })
      .expect(422);

    for (const table of ['blob', 'draft', 'submission']) expect(await app.database.query(`SELECT FROM ${table}`)).toEqual([]);
  });

  it('tells on the assignment’s page how far the team is', async () => {
    await press().handIn({ files: FILES });
    await world.draft({ team, stage: 'grid', texts: { gaps: 'Trois cellules.' }, files: [] });

    const page = cheerio.load((await visitor.get(`/courses/${ines.course.slug}/assignments/competitive-analysis`).expect(200)).text);

    const rows = page('.stage-list > li')
      .toArray()
      .map((row) => page(row).text());
    expect(rows[0]).toContain('Tentative\u00a01');
    expect(rows[1]).toContain('Brouillon enregistré');
    expect(page('.read-rubric').first().find('td')).toHaveLength(5);
    expect(page('.read-rubric tbody tr')).toHaveLength(8 + 4);
  });

  it('counts to the date it stands beside: a passed deadline is not still to come', async () => {
    await world.reschedule({ stage: 'proposal', due: -2 * DAY_MS + HOUR });
    const [stage] = await app.database.query<{ due_at: Date }>("SELECT due_at FROM stage WHERE key = 'proposal'");
    const until = timeText('fr', new Date(stage!.due_at.getTime() + 3 * DAY_MS), 'moment');

    const page = pageOf((await visitor.get(`/courses/${ines.course.slug}/assignments/competitive-analysis`).expect(200)).text);

    const [due, late] = page('.stage-list > li').first().find('p.small').toArray();
    expect(page(due!).text()).toBe(spaced(timeText('fr', stage!.due_at, 'moment')));
    expect(page(late!).text()).toBe(`Encore accepté, avec pénalité, jusqu’au ${spaced(until)}, dans 1 jour`);
  });
});
