import { get, type IncomingMessage } from 'node:http';
import { workspaceAt } from '../../src/workspace/index.js';
import type { SheetNews } from '../../src/workspace/watch/watch.shared.js';
import { appForFile } from '../support/app-for-file.js';
import type { Visitor } from '../support/test-app.js';
import { type Member, memberAt } from '../support/worksheet.js';

describe('a worksheet that several have open', () => {
  const app = appForFile();
  const { world } = app;
  let [one, other]: Visitor[] = [];
  let [ines, thomas]: Member[] = [];
  let [at, row] = ['', ''];

  beforeEach(async () => {
    const student = await world.student({ name: 'Inès Bouchard' });
    const { members } = await world.team({ members: [student, await world.student({ name: 'Thomas Gagnon', section: student.section })] });
    await world.assignment();
    at = workspaceAt(student.course.slug, 'competitive-analysis');
    [one, other] = await Promise.all(members.map((member) => app.as(member)));
    [ines, thomas] = [one!, other!].map((visitor) => memberAt(app, visitor, at));
    await ines!.open('');
    row = await ines!.rowOf('project');
  });

  const newsOf = async (who: Visitor, since: number): Promise<SheetNews> =>
    (await who.get(`${at}/changes?since=${since}`).expect(200)).body as SheetNews;
  const stand = (who: Visitor, place: { row: string | null; field: string | null }) =>
    who.put(`${at}/presence`).send({ ...place, since: 0 });

  /** A stream as a browser opens it; `next` is what it says next. */
  async function listen(who: Visitor) {
    const response = await new Promise<IncomingMessage>((resolve) =>
      get(`${app.url}${at}/live`, { headers: { accept: 'text/event-stream', cookie: who.cookie } }, resolve),
    );
    const events = response.setEncoding('utf8')[Symbol.asyncIterator]();
    return {
      response,
      async next(): Promise<string> {
        const { value } = (await events.next()) as { value: string };
        return value.startsWith(':') ? this.next() : value.trim();
      },
      close: () => response.destroy(),
    };
  }

  it('tells each of them of a change, and what it is when they ask', async () => {
    const stream = await listen(other!);
    const { number } = await newsOf(other!, 0);
    await ines!.put(row, 'project.territory', { value: 'Estrie', version: 0 }).expect(200);

    expect(await stream.next()).toContain('data:');
    stream.close();

    const news = await newsOf(other!, number);
    expect(news.cells).toEqual([{ row, field: 'project.territory', state: 'value', value: 'Estrie', version: 1 }]);
    expect(await newsOf(other!, news.number)).toMatchObject({ cells: [], rows: [] });
    expect(stream.response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    expect(stream.response.headers['cache-control']).toBe('private, no-store, no-transform');
  });

  it('tells of rows that come and go', async () => {
    const { number } = await newsOf(one!, 0);
    const added = await thomas!.add('organisations');

    const news = await newsOf(one!, number);
    expect(news.rows).toEqual([added]);
    await thomas!.act(added, 'removal');
    expect((await newsOf(one!, news.number)).rows).toEqual([added]);
  });

  it('says who is in which cell, until they have gone', async () => {
    await stand(one!, { row, field: 'project.territory' }).expect(200);
    const there = { name: 'Inès Bouchard', row, field: 'project.territory' };

    expect((await newsOf(other!, 0)).people).toEqual([there]);
    expect((await newsOf(one!, 0)).people).toEqual([]);
    await app.database.query(`UPDATE worksheet_presence SET expires_at = now() - interval '1 second'`);
    expect((await newsOf(other!, 0)).people).toEqual([]);
  });

  it('is heard by its own team alone', async () => {
    const rival = await world.student();
    await world.team({ members: [rival] });
    const stranger = await app.as(rival);
    await stranger.get(`${at}/live`).set('accept', 'text/event-stream').expect(404);
    await memberAt(app, stranger, at).open('');
    const stream = await listen(stranger);
    await ines!.put(row, 'project.territory', { value: 'Estrie', version: 0 }).expect(200);
    await stand(stranger, { row, field: 'project.territory' }).expect(404);
    await stand(stranger, { row: null, field: null }).expect(200);

    expect(await stream.next()).toBe('id: 2\ndata: 2');
    stream.close();
    expect((await newsOf(stranger, 0)).cells.map(({ value }) => value)).not.toContain('Estrie');
    expect((await newsOf(one!, 0)).people).toEqual([]);
  });
});
