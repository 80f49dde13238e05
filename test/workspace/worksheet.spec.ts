import { workspaceAt } from '../../src/workspace/index.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf } from '../support/pages.js';
import type { Visitor } from '../support/test-app.js';
import type { SomeTeam } from '../support/world.js';
import { type Member, memberAt } from '../support/worksheet.js';

const KEY = 'competitive-analysis';

describe('a worksheet', () => {
  const app = appForFile();
  const { world } = app;
  let team: SomeTeam;
  let members: Visitor[];
  let [ines, thomas]: Member[] = [];
  let at = '';

  beforeEach(async () => {
    const one = await world.student({ name: 'Inès Bouchard' });
    team = await world.team({ members: [one, await world.student({ name: 'Thomas Gagnon', section: one.section })] });
    await world.assignment();
    at = workspaceAt(one.course.slug, KEY);
    members = await Promise.all(team.members.map((member) => app.as(member)));
    [ines, thomas] = members.map((member) => memberAt(app, member, at));
  });
  const opened = async (): Promise<string> => {
    await ines!.open('');
    return ines!.rowOf('project');
  };

  it('is made when somebody of the team opens it, once, also for several at once', async () => {
    const replies = await Promise.all([...members, ...members].map((member) => member.get(at)));

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await app.database.query('SELECT schema_version FROM worksheet')).toEqual([{ schema_version: '1.0' }]);
    expect(await app.database.query('SELECT repeat FROM worksheet_row')).toEqual([{ repeat: 'project' }]);
    expect(await app.database.query('SELECT field FROM worksheet_cell')).toEqual([{ field: 'project.project_id' }]);
    expect(pageOf(replies[0]!.text)('table.sections tbody tr')).toHaveLength(21);
  });

  it('saves a cell under the version it was made from, and shows both to the second', async () => {
    const row = await opened();
    expect((await ines!.put(row, 'project.territory', { value: 'Estrie', version: 0 }).expect(200)).body).toMatchObject({
      kind: 'saved',
      version: 1,
    });

    const late = await thomas!.put(row, 'project.territory', { value: 'Montréal', version: 0 }).expect(409);

    expect(late.body).toMatchObject({ kind: 'conflict', version: 1, content: { state: 'value', value: 'Estrie' }, by: 'Inès Bouchard' });
    await thomas!.put(row, 'project.territory', { value: 'Montréal', version: 1 }).expect(200);
    expect((await ines!.open('/sections/project'))('[name="v.project.territory"]').attr('value')).toBe('Montréal');
  });

  it('keeps all that two write in different cells at once, and one of each that they write in the same', async () => {
    const row = await opened();
    const fields = ['project.territory', 'project.term', 'project.codebook_version'];
    const both = [ines!, thomas!].flatMap((member, place) =>
      fields.map((field) => member.put(row, field, { value: `${1 + place}.0`, version: 0 })),
    );

    const statuses = (await Promise.all(both)).map(({ status }) => status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 409)).toHaveLength(3);
    const changes = await app.database.query<{ number: number }>(`SELECT number FROM worksheet_change WHERE field <> 'project.project_id'`);
    expect(new Set(changes.map(({ number }) => number)).size).toBe(3);
    expect(await app.database.query('SELECT number FROM worksheet')).toEqual([
      { number: Math.max(...changes.map(({ number }) => number)) },
    ]);
  });

  it('tells what cannot be observed from what is empty and from zero', async () => {
    await opened();
    const row = await ines!.add('organisations');
    await ines!.put(row, 'website.load_sec', { state: 'not_observable', value: null, version: 0 }).expect(200);
    await ines!.put(row, 'website.accessibility_basic', { value: 0, version: 0 }).expect(200);
    await ines!.put(row, 'project.territory', { state: 'not_observable', value: null, version: 0 }).expect(422);

    const page = await ines!.open('/sections/website');
    const cell = (label: string) =>
      page('tbody tr')
        .filter((_, line) => page(line).find('th').text().startsWith(label))
        .find('td')
        .text();

    expect(cell('Délai avant lecture')).toBe('Non observable');
    expect(cell('Accessibilité de base')).toBe('0');
    expect(cell('Offre comprise')).toMatch(/^ ?À remplir/);
    expect(page('.section-tools .num').text()).toBe('2 cellules sur 14');
    const empty = await ines!.open('/sections/website?show=empty');
    expect(empty('tbody tr').length).toBe(12);
  });

  it.each([
    ['website.load_sec', 'dix'],
    ['website.load_sec', '10'],
    ['website.mobile_ok', 1.5],
    ['website.site_url', 'javascript:alert(1)'],
    ['website.lang_versions', 'fr'],
    ['website.last_update', '2027-02-30'],
    ['organisations.rejected', [{ name: 'A' }]],
    ['organisations.org_id', 'O7'],
    ['poem.sov', 3],
  ])('does not take for %s what is no such value: %j', async (field, value) => {
    await opened();
    const row = await ines!.add('organisations');

    const { status } = await ines!.put(row, field, { value, version: 0 });

    expect([404, 422]).toContain(status);
    expect(await app.database.query('SELECT FROM worksheet_cell WHERE row_id = $1', [row])).toHaveLength(1);
  });

  it('numbers rows as they are added, and gives no number twice', async () => {
    await opened();
    const [first, second] = [await ines!.add('organisations'), await ines!.add('organisations')];
    await ines!.act(second, 'removal');
    await ines!.add('organisations');

    const numbers = await app.database.query<{ value: string }>(
      `SELECT value FROM worksheet_cell WHERE field = 'organisations.org_id' ORDER BY value`,
    );
    expect(numbers.map(({ value }) => value)).toEqual(['O0', 'O1', 'O2']);
    expect(first).not.toBe(second);
  });

  it('takes a row out, brings it back with all that was in it, and moves it among its neighbours', async () => {
    await opened();
    const rows = [await ines!.add('organisations'), await ines!.add('organisations'), await ines!.add('organisations')];
    for (const [place, row] of rows.entries()) await ines!.put(row, 'organisations.org_name', { value: 'ABC'[place], version: 0 });
    const names = async () =>
      (await thomas!.open('/sections/website'))('thead th a')
        .toArray()
        .map((link) => pageOf('')(link).text());

    await ines!.act(rows[2]!, 'earlier');
    await ines!.act(rows[0]!, 'later');
    expect(await names()).toEqual(['C', 'A', 'B']);
    const after = await ines!.act(rows[2]!, 'removal');
    expect(await names()).toEqual(['A', 'B']);
    await ines!.put(rows[2]!, 'organisations.org_name', { value: 'D', version: 1 }).expect(404);
    const page = pageOf((await members[0]!.get(after)).text);
    const undo = page('form[action$="/restoration"]').attr('action')!;
    await members[0]!.post(undo).expect(303);

    expect(await names()).toEqual(['C', 'A', 'B']);
  });

  it('shows who put what, when, in place of what, and puts any version back as a new one', async () => {
    const row = await opened();
    await ines!.put(row, 'project.territory', { value: 'Estrie', version: 0 });
    await thomas!.put(row, 'project.territory', { value: 'Montréal', version: 1 });

    const journal = await ines!.open(`/history?row=${row}&field=project.territory`);
    const lines = journal('table.journal tbody tr')
      .toArray()
      .map((line) =>
        journal(line)
          .find('td')
          .slice(1, 4)
          .toArray()
          .map((cell) => journal(cell).text()),
      );
    expect(lines).toEqual([
      ['Thomas Gagnon', 'Estrie', 'Montréal'],
      ['Inès Bouchard', 'vide', 'Estrie'],
    ]);
    const form = journal('form[action*="/history/"]');
    const fields = Object.fromEntries(
      form
        .find('input')
        .toArray()
        .map((input) => [journal(input).attr('name')!, journal(input).attr('value')!]),
    );
    await members[0]!.post(form.attr('action')!).type('form').send(fields).expect(303);

    expect((await ines!.open('/sections/project'))('[name="v.project.territory"]').attr('value')).toBe('Estrie');
    const again = await members[1]!.post(form.attr('action')!).type('form').send(fields).expect(303);
    expect(again.headers['location']).toContain('done=overtaken');
    await expect(app.database.query(`UPDATE worksheet_change SET value = '"x"'`)).rejects.toThrow();
  });

  it('holds no cell in the row of another team’s worksheet', async () => {
    const row = await opened();
    const other = await world.student();
    await world.team({ members: [other] });
    const rival = memberAt(app, await app.as(other), at);
    await rival.open('');
    const theirs = await app.database.query<{ id: string }>('SELECT id FROM worksheet_row WHERE id <> $1', [row]);

    await ines!.put(theirs[0]!.id, 'project.territory', { value: 'Ailleurs', version: 0 }).expect(404);
    await rival.put(row, 'project.territory', { value: 'Ailleurs', version: 0 }).expect(404);
    await expect(
      app.database.query(
        `INSERT INTO worksheet_cell (worksheet_id, row_id, field, state, version, number, updated_by, updated_at)
         SELECT w.id, $1, 'project.territory', 'value', 1, 1, $2, now() FROM worksheet w JOIN worksheet_row r ON r.worksheet_id = w.id WHERE r.id = $3`,
        [theirs[0]!.id, other.id, row],
      ),
    ).rejects.toThrow(/worksheet_cell_row_id_worksheet_id_fkey/);
  });

  it('is read and no longer changed once the course is archived', async () => {
    const row = await opened();
    await world.archive(team.section.course);

    await ines!.put(row, 'project.territory', { value: 'Estrie', version: 0 }).expect(409);
    const page = await ines!.open('/sections/project');
    expect(page('form[action*="/workspace/"]')).toHaveLength(0);
    expect(page('.banner').text()).toContain('archivé');
  });
});
