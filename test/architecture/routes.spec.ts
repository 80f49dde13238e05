import request from 'supertest';
import { checksum } from '../support/checksum.js';
import { type Answer, crawl, read } from '../support/crawl.js';
import { type AccessFixture, openAccessFixture, partsOf, type Role } from '../support/access-fixture.js';
import { addressOf, isWrite, type Route, routesOf } from '../support/routes.js';
import { restore } from '../support/snapshot.js';

const FOREIGN = ['https://evil.example', 'http://127.0.0.1.evil.example', 'null'];
/** Somebody who may do it, so that nobody is refused for lack of a right; and the first of them for everything else. */
const WHO: readonly Role[] = ['lecturer', 'member', 'admin'];

let fixture: AccessFixture;
let routes: Route[];
beforeAll(async () => {
  fixture = await openAccessFixture();
  await restore(fixture.app.database, fixture.snapshots.get('posted')!);
  routes = routesOf(fixture.app.nest);
}, 120_000);
afterAll(() => fixture.stop());

const address = (route: Route): string => addressOf(route, partsOf(route.path, fixture.parts('posted')));
/** Pages look different to each role: whoever may read it does. */
async function reads(route: Route): Promise<{ role: Role; answer: Answer }[]> {
  const answers = [];
  for (const role of WHO) answers.push({ role, answer: await read(fixture.browsers.get(role)!, address(route)) });
  return answers.filter(({ answer }) => answer.status === 200);
}

describe('every route', () => {
  it('says who may use it', () => {
    const silent = routes.filter(({ access }) => access === undefined).map(({ name }) => name);

    expect(routes.length).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });

  it('keeps what it tells one person out of every cache', async () => {
    const kept: string[] = [];
    for (const route of routes.filter((one) => !isWrite(one) && one.access !== 'anyone'))
      for (const { role, answer } of await reads(route))
        if (answer.headers['cache-control'] !== 'private, no-store')
          kept.push(`${route.path} for ${role}: ${answer.headers['cache-control']}`);

    expect(kept).toEqual([]);
  });

  it('that tells everybody the same gives nobody a cookie with it', async () => {
    const uneven: string[] = [];
    for (const route of routes.filter((one) => !isWrite(one) && one.access === 'anyone')) {
      const fresh = await read(fixture.app.stranger(), `${address(route)}?lang=en`);
      for (const answer of [fresh, ...(await reads(route)).map((one) => one.answer)].filter(({ status }) => status === 200)) {
        const isPublic = answer.headers['cache-control']?.startsWith('public');
        if (isPublic && (answer.headers['set-cookie'] || answer.text !== fresh.text)) uneven.push(route.path);
        if (!isPublic && answer.headers['cache-control'] !== 'private, no-store')
          uneven.push(`${route.path}: ${answer.headers['cache-control']}`);
      }
    }

    expect(uneven).toEqual([]);
  });

  it('that reads changes nothing, whoever follows every link', async () => {
    const before = await checksum(fixture.app.database);
    for (const role of [...WHO, 'assistant', 'stranger'] as const) {
      const browser = fixture.browsers.get(role)!;
      const listed = routes.filter((one) => !isWrite(one)).map(address);
      await crawl(browser, ['/', ...listed], (path) => !path.startsWith('/slides/'));
      for (const one of listed) await browser.head(one);
    }

    expect(await checksum(fixture.app.database)).toEqual(before);
  }, 60_000);

  it('that writes changes nothing when its address is only read', async () => {
    const before = await checksum(fixture.app.database);
    for (const route of routes.filter(isWrite)) for (const role of WHO) await fixture.browsers.get(role)!.get(address(route));

    expect(await checksum(fixture.app.database)).toEqual(before);
  });
});

describe('every route that writes', () => {
  const writerOf = ({ access }: Route): Role =>
    Array.isArray(access) && !access.includes('lecturer') ? 'member' : access === 'administrators' ? 'admin' : 'lecturer';

  /** A write as some page sends it, whatever the page. */
  function write(route: Route, headers: (token: string) => Readonly<Record<string, string>>): request.Test {
    const verb = route.verb.toLowerCase() as 'post' | 'put' | 'patch' | 'delete';
    const { cookie, token } = fixture.browsers.get(writerOf(route))!;
    return request(fixture.app.nest.getHttpServer())
      [verb](address(route))
      .set({ cookie, ...headers(token) });
  }

  /** The routes that do not answer 403; for each of them nothing may have changed either. */
  async function accepted(send: (route: Route) => request.Test): Promise<string[]> {
    const before = await checksum(fixture.app.database);
    const open: string[] = [];
    for (const route of routes.filter(isWrite)) {
      const { status } = await send(route);
      if (status !== 403) open.push(`${route.verb} ${route.path} answers ${status}`);
    }
    expect(await checksum(fixture.app.database)).toEqual(before);
    return open;
  }
  const ours = () => ({ 'sec-fetch-site': 'same-origin' });
  const withToken = (more: Readonly<Record<string, string>>) => (token: string) => ({ ...more, 'x-form-token': token });

  it('is there to be looked at', () => expect(routes.filter(isWrite).length).toBeGreaterThan(15));

  it.each(['form', 'json'])('refuses a %s without token', async (type) => {
    expect(await accepted((route) => write(route, ours).type(type).send({ email: 'a@b.ca' }))).toEqual([]);
  });

  it('refuses a multipart form without token, and one whose token comes after a file', async () => {
    expect(await accepted((route) => write(route, ours).field('text.decision', 'Oui ou non ?'))).toEqual([]);
    const late = (route: Route) =>
      write(route, ours)
        .attach('file.proposal', Buffer.from('%PDF-1.4'), 'a.pdf')
        .field('_token', fixture.browsers.get(writerOf(route))!.token);
    expect(await accepted(late)).toEqual([]);
  });

  it('refuses the token of another session', async () => {
    const { token } = fixture.browsers.get('rival')!;

    expect(await accepted((route) => write(route, () => ({ ...ours(), 'x-form-token': token })).send({}))).toEqual([]);
    expect(await accepted((route) => write(route, ours).field('_token', token))).toEqual([]);
  });

  it.each(['cross-site', 'same-site', 'none'])('refuses what a browser calls %s, even with the token', async (site) => {
    expect(await accepted((route) => write(route, withToken({ 'sec-fetch-site': site })).send({}))).toEqual([]);
  });

  it.each(FOREIGN)('refuses what comes from the origin %s, even with the token', async (origin) => {
    expect(await accepted((route) => write(route, withToken({ origin })).send({}))).toEqual([]);
  });
});
