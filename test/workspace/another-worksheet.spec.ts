import { AssignmentLibrary } from '../../src/assignments/index.js';
import { readWorksheet } from '../../src/assignments/worksheet/read-worksheet.js';
import { workspaceAt, workspacesAt } from '../../src/workspace/index.js';
import { appForFile } from '../support/app-for-file.js';
import { HOSTILE_MARKUP } from '../support/hostile-markup.js';
import { pageOf } from '../support/pages.js';
import type { Visitor } from '../support/test-app.js';
import { type Member, memberAt } from '../support/worksheet.js';

const KEY = 'competitive-analysis';

/** A worksheet of another assignment: the code knows none of its words. */
const MARKET = `version: "0.1"
title: { fr: Carnet de marché, en: Market notebook }
conventions:
  time_zone: America/Toronto
  not_observable: { sections: [B] }
repeats:
  visit: { once: true }
  stall: { add: { fr: Ajouter un étal, en: Add a stall }, identified_by: [name], named_by: [name] }
options:
  kind:
    - { key: fruit, fr: Fruits, en: Fruit }
    - { key: cheese, fr: Fromages, en: Cheese }
sections:
  - key: visit
    letter: A
    title: { fr: Visite, en: Visit }
    repeat: visit
    stage: proposal
    fields:
      - { key: day, label: { fr: Jour, en: Day }, type: date }
      - { key: weather, label: { fr: Temps, en: Weather }, type: longtext, validation: { max_length: 40 } }
      - { key: rained, label: { fr: Pluie, en: Rain }, type: bool }
      - key: walkers
        label: { fr: Visiteuses, en: Visitors }
        type: list
        fields:
          - { key: who, label: { fr: Qui, en: Who }, type: text }
          - { key: saw, label: { fr: A vu, en: Saw }, type: multi, options: kind }
  - key: stalls
    letter: B
    title: { fr: Étals, en: Stalls }
    repeat: stall
    stage: grid
    fields:
      - { key: name, label: { fr: Nom, en: Name }, type: text }
      - { key: kind, label: { fr: Sorte, en: Kind }, type: enum, options: kind }
      - { key: price, label: { fr: Prix, en: Price }, unit: { fr: $, en: $ }, type: decimal, validation: { min: 0 } }
`;

describe('a worksheet of another schema', () => {
  const app = appForFile();
  const { world } = app;
  let [visitor, mate]: Visitor[] = [];
  let member: Member;
  let at = '';
  let slug = '';

  beforeEach(async () => {
    const { value, problems } = readWorksheet(MARKET, 'worksheet.yaml', { stages: ['proposal', 'grid'], criteria: [] });
    expect(problems).toEqual([]);
    const library = app.nest.get(AssignmentLibrary);
    const [content] = library.list();
    Object.assign(library, { list: () => [{ ...content, worksheet: value }] });
    const one = await world.student({ name: 'Inès Bouchard' });
    const { members } = await world.team({ members: [one, await world.student({ name: 'Thomas Gagnon', section: one.section })] });
    await world.assignment();
    slug = one.course.slug;
    at = workspaceAt(slug, KEY);
    [visitor, mate] = await Promise.all(members.map((student) => app.as(student)));
    member = memberAt(app, visitor!, at);
    await member.open('');
  });
  afterEach(() => delete (app.nest.get(AssignmentLibrary) as { list?: unknown }).list);

  /** The fields of a form as a browser without a script would send them. */
  async function formOf(who: Visitor, path: string): Promise<{ action: string; fields: Record<string, string | string[]> }> {
    const page = pageOf((await who.get(`${at}${path}`)).text);
    const form = page('.row-form form');
    const fields: Record<string, string | string[]> = {};
    form.find('input, textarea, select').each((_, element) => {
      const control = page(element);
      const [name, type] = [control.attr('name')!, control.attr('type')];
      if ((type === 'radio' || type === 'checkbox') && control.attr('checked') === undefined) return;
      const value = element.tagName === 'textarea' ? control.text() : (control.attr('value') ?? '');
      fields[name] = type === 'checkbox' && name in fields ? [fields[name] ?? '', value].flat() : value;
    });
    return { action: form.attr('action')!, fields };
  }
  const send = (who: Visitor, { action, fields }: Awaited<ReturnType<typeof formOf>>, more: object) =>
    who
      .post(action)
      .type('form')
      .send({ ...fields, ...more });

  it('is shown by its own sections, fields and words, in both languages', async () => {
    const page = await member.open('');
    expect(page('h1').text()).toBe('Carnet de marché');
    expect(
      page('table.sections th a')
        .toArray()
        .map((link) => page(link).text()),
    ).toEqual(['A. Visite', 'B. Étals']);

    const row = await member.add('stalls');
    await app.database.query(`UPDATE person SET language = 'en'`);
    const form = await member.open(`/sections/stalls/rows/${row}`);
    expect(
      form('label, legend')
        .toArray()
        .map((label) => form(label).text()),
    ).toEqual(expect.arrayContaining(['Name', 'Kind', 'Price ($)']));
    expect((await member.open('/sections/stalls'))('form button').last().text()).toBe('Add a stall');
  });

  it('is filled in by a plain form, and only what was touched is saved', async () => {
    const form = await formOf(visitor!, '/sections/visit');
    const typed = {
      'v.visit.day': '2027-02-13',
      'v.visit.rained': 'false',
      'v.visit.walkers.0.who': 'Aïcha',
      'v.visit.walkers.0.saw': ['fruit', 'cheese'],
    };
    const { headers } = await send(visitor!, form, typed).expect(303);
    expect(headers['location']).toContain('done=saved');

    const cells = await app.database.query<{ field: string; value: unknown }>('SELECT field, value FROM worksheet_cell ORDER BY field');
    expect(cells).toEqual([
      { field: 'visit.day', value: '2027-02-13' },
      { field: 'visit.rained', value: false },
      { field: 'visit.walkers', value: [{ id: expect.any(String), values: { who: 'Aïcha', saw: ['fruit', 'cheese'] } }] },
    ]);
    const again = await formOf(visitor!, '/sections/visit');
    expect((await send(visitor!, again, {}).expect(303)).headers['location']).toContain('done=same');
    expect(await app.database.query('SELECT FROM worksheet_change')).toHaveLength(3);
  });

  it('shows both where two filled in one field, saves what they did not share, and lets the second choose', async () => {
    const [mine, theirs] = [await formOf(visitor!, '/sections/visit'), await formOf(mate!, '/sections/visit')];
    await send(mate!, theirs, { 'v.visit.weather': 'Du soleil' }).expect(303);

    const late = await send(visitor!, mine, { 'v.visit.weather': 'De la pluie', 'v.visit.day': '2027-02-13' }).expect(409);

    const page = pageOf(late.text);
    expect(page('.their-cell').text()).toMatch(/Thomas Gagnon a enregistré.*Du soleil/);
    expect(page('[name="v.visit.weather"]').text()).toBe('De la pluie');
    expect(await app.database.query(`SELECT value FROM worksheet_cell WHERE field = 'visit.day'`)).toEqual([{ value: '2027-02-13' }]);
    const seen = page('[name="s.visit.weather"]').attr('value')!;
    await send(visitor!, mine, { 's.visit.weather': seen, 'v.visit.weather': 'De la pluie' }).expect(303);
    expect(await app.database.query(`SELECT value, version FROM worksheet_cell WHERE field = 'visit.weather'`)).toEqual([
      { value: 'De la pluie', version: 2 },
    ]);
  });

  it('shows a form with what could not be read again, and says why', async () => {
    const row = await member.add('stalls');
    const form = await formOf(visitor!, `/sections/stalls/rows/${row}`);

    const reply = await send(visitor!, form, { 'v.stalls.name': 'Chez Rita', 'v.stalls.price': 'cher' }).expect(422);

    const page = pageOf(reply.text);
    expect(page('[name="v.stalls.price"]').attr('value')).toBe('cher');
    expect(page('.error').text()).toBe('Écrivez un nombre.');
    expect(page('[name="v.stalls.name"]').attr('value')).toBe('Chez Rita');
    await send(visitor!, form, { 'v.stalls.price': '12,50', 'n.stalls.kind': 'on' }).expect(303);
    const lines = await member.open('/sections/stalls');
    expect(
      lines('tbody td')
        .toArray()
        .map((cell) => lines(cell).text()),
    ).toEqual(['Chez Rita', 'Non observable', '12,5']);
  });

  it('holds hostile words in any field, and they are inert everywhere', async () => {
    const row = await member.rowOf('visit');
    for (const [version, words] of HOSTILE_MARKUP.entries())
      await member.put(row, 'visit.weather', { value: words.slice(0, 40).trim(), version }).expect(200);
    const pages = ['/sections/visit', `/sections/visit?show=empty`, '/history', `/history?row=${row}&field=visit.weather`];
    for (const path of pages) {
      const page = await member.open(path);
      expect([
        path,
        page('main').find('script:not([src]), img, iframe, object, [onerror], [onload], a[href^="javascript"]').length,
      ]).toEqual([path, 0]);
    }
  });

  it('is read by the staff of its section, and by nobody else', async () => {
    const row = await member.add('stalls');
    await member.put(row, 'stalls.name', { value: 'Chez Rita', version: 0 }).expect(200);
    const [assistant, lecturer] = [await app.as(await world.assistant()), await app.as(await world.lecturer())];
    const stranger = await app.as(
      await world.assistant({ sections: [await world.section({ course: { id: (await courseId())!, slug } })] }),
    );

    for (const who of [assistant, lecturer]) {
      const list = pageOf((await who.get(workspacesAt(slug, KEY)).expect(200)).text);
      const team = list('tbody th a').attr('href')!;
      const page = pageOf((await who.get(`${team}/sections/stalls`).expect(200)).text);
      expect(page('tbody').text()).toContain('Chez Rita');
      expect(page('main form')).toHaveLength(0);
      await who.get(at).expect(404);
      await stranger.get(team).expect(404);
      await stranger.get(`${team}/sections/stalls/rows/${row}`).expect(404);
    }
    await assistant
      .put(`${at}/sections/stalls/rows/${row}/fields/stalls.name`)
      .send({ state: 'value', value: 'x', version: 1 })
      .expect(404);
  });
  const courseId = async () => (await app.database.query<{ id: string }>('SELECT id FROM course WHERE slug = $1', [slug]))[0]?.id;
});
