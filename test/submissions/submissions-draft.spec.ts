import * as cheerio from 'cheerio';
import { appForFile } from '../support/app-for-file.js';
import { attemptsIn, CONTRACT, fieldsOn, pressing, PROPOSAL, PROPOSAL_TEXTS, stageAt, submissionOf } from '../support/project.js';
import { statementsDuring } from '../support/statements.js';
import type { Visitor } from '../support/test-app.js';
import { DAY_MS, type SomeTeam, type Student } from '../support/world.js';

describe('a draft', () => {
  const app = appForFile();
  const { world } = app;
  let [ines, maya]: Student[] = [];
  let team: SomeTeam;
  let [hers, mayas]: Visitor[] = [];

  beforeEach(async () => {
    ines = await world.student({ name: 'Inès Belhadj' });
    maya = await world.student({ name: 'Maya Osei', section: ines.section });
    team = await world.team({ members: [ines, maya] });
    await world.assignment();
    [hers, mayas] = [await app.as(ines), await app.as(maya)];
  });

  const at = (): string => stageAt(team.section.course);
  const open = async (visitor: Visitor) => cheerio.load((await visitor.get(at()).expect(200)).text);
  const shown = (page: cheerio.CheerioAPI, key: string): string => page(`[name="text-${key}"]`).text();
  const put = (visitor: Visitor, version: number, texts: Record<string, string>, base: Record<string, string> = {}) =>
    visitor.put(`${at()}/draft`).send({ version, texts, base });
  const formOf = async (visitor: Visitor) => fieldsOn((await visitor.get(at())).text);
  const draft = async () =>
    (await app.database.query<{ version: number; texts: Record<string, string> }>('SELECT version, texts FROM draft'))[0];

  it('is seen by the whole team, and says who saved last', async () => {
    const saved = await pressing(hers!, ines!.course)
      .save({ fields: { 'text-focal': 'Un atelier\r\nde ressemelage.' }, files: [CONTRACT] })
      .expect(303);

    expect(saved.headers['location']).toBe(`${at()}?done=saved`);
    const page = await open(mayas!);
    expect(shown(page, 'focal')).toBe('Un atelier\nde ressemelage.');
    expect(page('.attached a').text()).toBe('contrat.pdf');
    expect(page('[name=version]').attr('value')).toBe('1');
  });

  it('is saved from plain fields as from parts, where no file was chosen', async () => {
    const fields = { version: '0', request_key: '', 'text-focal': 'Un atelier\r\nde ressemelage.', 'file-contract': '' };

    await hers!
      .post(`${at()}/draft`)
      .type('form')
      .send({ _token: hers!.token, ...fields })
      .expect(303);
    await hers!
      .post(`${at()}/draft`)
      .type('form')
      .send({ _token: hers!.token, ...fields, 'file-contract': 'contrat.pdf' })
      .expect(422);

    expect((await draft())!.texts).toEqual({ focal: 'Un atelier\nde ressemelage.' });
  });

  it('keeps what does not suit a hand-in: too many words, nothing at all', async () => {
    const wordy = 'mot '.repeat(400);

    await pressing(hers!, ines!.course)
      .save({ fields: { 'text-decision': wordy, 'text-focal': '' } })
      .expect(303);

    expect(shown(await open(hers!), 'decision')).toBe(wordy);
  });

  it('refuses to save over a text that was not seen, and shows both side by side', async () => {
    await pressing(hers!, ines!.course).save({ fields: { 'text-focal': 'Une cordonnerie.', 'text-decision': 'Réparer ?' } });

    const reply = await pressing(mayas!, maya!.course)
      .save({ fields: { 'text-focal': 'Un atelier.', 'text-decision': 'Réparer ?' } })
      .expect(409);

    const page = cheerio.load(reply.text);
    expect(page('[role=alert]').text()).toContain('Inès Belhadj a enregistré pendant que vous écriviez.');
    expect(page('.two-versions')).toHaveLength(1);
    expect(page('.two-versions .saved-by-other').text()).toBe('Une cordonnerie.');
    expect(page('.two-versions textarea').text()).toBe('Un atelier.');
    expect(shown(page, 'decision')).toBe('Réparer ?');
    expect(page('[data-island=draft-save]')).toHaveLength(0);
    expect((await draft())!.texts['focal']).toBe('Une cordonnerie.');
  });

  it('takes the reader’s own text once they have compared', async () => {
    await pressing(hers!, ines!.course).save({ fields: { 'text-focal': 'Une cordonnerie.' } });
    const conflict = cheerio.load((await pressing(mayas!, maya!.course).save({ fields: { 'text-focal': 'Un atelier.' } })).text);

    const version = conflict('[name=version]').attr('value')!;
    await pressing(mayas!, maya!.course)
      .save({ fields: { version, 'text-focal': 'Une cordonnerie, un atelier.' } })
      .expect(303);

    expect((await draft())!.texts['focal']).toBe('Une cordonnerie, un atelier.');
  });

  it('hands nothing in over such a conflict, but keeps the file that came with it', async () => {
    await pressing(hers!, ines!.course).save({ fields: { 'text-focal': 'Une cordonnerie.' } });

    const reply = await pressing(mayas!, maya!.course)
      .handIn({ files: [PROPOSAL, CONTRACT] })
      .expect(409);

    expect(cheerio.load(reply.text)('.attached a')).toHaveLength(2);
    expect(await attemptsIn(app)).toEqual([]);
  });

  it('does not quarrel over a text that stands there already, nor over files', async () => {
    await pressing(hers!, ines!.course).save({ fields: { 'text-focal': 'Un atelier.' }, files: [CONTRACT] });

    await pressing(mayas!, maya!.course)
      .save({ fields: { 'text-focal': 'Un atelier.' }, files: [PROPOSAL] })
      .expect(303);

    expect((await draft())!.version).toBe(1);
    expect((await open(hers!))('.attached a')).toHaveLength(2);
  });

  it('lets two members write in different fields at the same time', async () => {
    const [mine, theirs] = [await formOf(hers!), await formOf(mayas!)];

    await pressing(hers!, ines!.course)
      .save({ fields: { ...mine, 'text-focal': 'Un atelier.' } })
      .expect(303);
    await pressing(mayas!, maya!.course)
      .save({ fields: { ...theirs, 'text-decision': 'Réparer ?' } })
      .expect(303);

    expect((await draft())!.texts).toEqual({ focal: 'Un atelier.', decision: 'Réparer ?' });
  });

  it('does not put an old text back because a page still shows it', async () => {
    await put(hers!, 0, { focal: 'Ancien.' });
    const old = await formOf(mayas!);
    await put(hers!, 1, { focal: 'Nouveau.' });

    await pressing(mayas!, maya!.course)
      .save({ fields: { ...old, 'text-decision': 'Réparer ?' } })
      .expect(303);
    await put(mayas!, 3, { focal: 'Ancien.', decision: 'Vendre ?' }, { focal: 'Ancien.', decision: 'Réparer ?' }).expect(200);

    expect((await draft())!.texts).toEqual({ focal: 'Nouveau.', decision: 'Vendre ?' });
  });

  it('knows a text that was not seen even when the version is the newest', async () => {
    await put(hers!, 0, { focal: 'Ancien.' });
    await put(hers!, 1, { focal: 'Nouveau.' });

    const reply = await put(mayas!, 2, { focal: 'Le mien.' }, { focal: 'Ancien.' }).expect(409);

    expect(reply.body).toMatchObject({ kind: 'conflict', content: { focal: 'Nouveau.' } });
  });

  it('is not handed in with a text that the page did not show', async () => {
    await pressing(hers!, ines!.course).save({ files: [PROPOSAL, CONTRACT] });
    const seen = await formOf(mayas!);
    await put(hers!, 1, { focal: 'Nouveau.' });

    const reply = await pressing(mayas!, maya!.course)
      .handIn({ fields: { ...seen, 'text-decision': 'Vendre ?' } })
      .expect(409);
    const page = cheerio.load(reply.text);
    expect(shown(page, 'focal')).toBe('Nouveau.');
    expect(shown(page, 'decision')).toBe('Vendre ?');
    expect(page('.two-versions')).toHaveLength(0);
    expect(await attemptsIn(app)).toEqual([]);

    await pressing(mayas!, maya!.course)
      .handIn({ fields: fieldsOn(reply.text) })
      .expect(303);
    expect((await attemptsIn(app))[0]!.texts).toMatchObject({ focal: 'Nouveau.', decision: 'Vendre ?' });
  });

  it('of fifty saves at once takes one a version, and loses none of them', async () => {
    await pressing(hers!, ines!.course).save({ fields: { 'text-focal': 'zéro' } });

    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, place) => put(place % 2 ? hers! : mayas!, 1, { focal: `texte ${place}` })),
    );

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(49);
    expect((await draft())!.version).toBe(2);
  });

  it('saves by itself under the same rule, and answers what the page’s script needs', async () => {
    const saved = await put(hers!, 0, { focal: 'Un atelier.' }).expect(200);
    const conflict = await put(mayas!, 0, { focal: 'Une cordonnerie.' }).expect(409);

    expect(saved.body).toEqual({ kind: 'saved', version: 1, at: expect.stringMatching(/^\d{4}-/) as string });
    // When and by whom, as the first save was answered.
    const { at: savedAt } = saved.body as { at: string };
    expect(conflict.body).toEqual({ kind: 'conflict', version: 1, content: { focal: 'Un atelier.' }, by: ines!.name, at: savedAt });
    await put(hers!, 1, { unasked: 'x' }).expect(422);
    await hers!.put(`${at()}/draft`).set('x-form-token', 'another').send({ version: 1, texts: {}, base: {} }).expect(403);
  });

  it('asks the database four times to save by itself: who, for which stage, in which team, and the save', async () => {
    await put(hers!, 0, { focal: 'Un atelier.' });

    expect(await statementsDuring(app, () => put(hers!, 1, { focal: 'Une cordonnerie.' }).expect(200))).toHaveLength(4);
  });

  it('changes only the texts that a save names', async () => {
    await put(hers!, 0, { focal: 'Un atelier.', decision: 'Réparer ?' });

    await put(hers!, 1, { decision: 'Vendre ?' }).expect(200);

    expect((await draft())!.texts).toEqual({ focal: 'Un atelier.', decision: 'Vendre ?' });
  });

  it('holds any character that people paste', async () => {
    const pasted = 'NUL \0, 😀, \u202eà l’envers, "><script>alert(1)</script>';

    await put(hers!, 0, { focal: `${pasted}\ud800` }).expect(200);

    const page = await open(hers!);
    expect(shown(page, 'focal')).toBe(`${pasted.replace('\0', '')}\ufffd`);
    expect(page('main script:not([src])')).toHaveLength(0);
  });

  it('does not save a text without end, and still shows it', async () => {
    const endless = 'é'.repeat(50_001);

    const reply = await pressing(hers!, ines!.course)
      .save({ fields: { 'text-focal': endless, 'text-decision': 'Réparer ?' } })
      .expect(422);

    const page = cheerio.load(reply.text);
    expect(page('#f-text-focal-error').text()).toContain('dépasse 50\u202f000 caractères');
    expect(shown(page, 'focal')).toBe(endless);
    expect((await draft())!.texts).toEqual({ decision: 'Réparer ?' });
  });

  it('lets a file go, together with a save of what was typed', async () => {
    await pressing(hers!, ines!.course).save({ fields: {}, files: [CONTRACT, PROPOSAL] });
    const removal = (await open(hers!))('.attached button').first().attr('formaction')!;

    await hers!.upload(removal, { version: '1', 'text-focal': 'Un atelier.' }).expect(303);
    await mayas!.upload(removal, { version: '2', 'text-focal': 'Un atelier.' }).expect(303);

    const page = await open(hers!);
    expect(page('.attached a').text()).toBe('contrat.pdf');
    expect(shown(page, 'focal')).toBe('Un atelier.');
  });

  it('stays as it is for the next attempt', async () => {
    submissionOf(await pressing(hers!, ines!.course).handIn({ files: [PROPOSAL, CONTRACT] }));

    const page = await open(mayas!);
    expect(shown(page, 'focal')).toBe(PROPOSAL_TEXTS['text-focal']);
    expect(page('.attached a')).toHaveLength(2);
    expect(page('button[data-confirm]').text()).toBe('Remettre de nouveau');
    expect(page('button[data-confirm]').attr('data-consequence')).toContain('tentative\u00a02');
    expect(page('button[data-confirm]').attr('data-consequence')).toContain('contrat.pdf');
  });

  it('can be read, and no longer written, once the stage has closed', async () => {
    await put(hers!, 0, { focal: 'Un atelier.' });
    await world.reschedule({ stage: 'proposal', due: -10 * DAY_MS });

    const page = await open(hers!);

    expect(page('main form')).toHaveLength(0);
    expect(page('.kept-texts').text()).toContain('Un atelier.');
    expect(page('.banner.warn').text()).toContain('fermé');
  });

  it('is not kept before the stage opens, nor in an archived course', async () => {
    await world.reschedule({ stage: 'proposal', opens: DAY_MS, due: 3 * DAY_MS });
    await put(hers!, 0, { focal: 'Trop tôt.' }).expect(409);
    await world.reschedule({ stage: 'proposal', due: DAY_MS });
    await world.archive(ines!.course);
    const reply = await put(hers!, 0, { focal: 'Trop tard.' }).expect(409);

    expect(reply.body).toEqual({ kind: 'refused', because: expect.stringContaining('archivé') as string });
    expect(await draft()).toBeUndefined();
  });
});
