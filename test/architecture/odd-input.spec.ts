import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Test } from 'supertest';
import { type AccessFixture, openAccessFixture, partsOf, type Role, type State } from '../support/access-fixture.js';
import { addressOf, isWrite, type Route, routesOf } from '../support/routes.js';
import { restore } from '../support/snapshot.js';

const LONG = 'é'.repeat(20_000);
/** What no page of ours sends: wrong kinds, wrong sizes, names that mean something to JavaScript. */
const ODD: readonly unknown[] = [
  null,
  [],
  'text',
  0,
  { version: 9_007_199_254_740_991 },
  { version: -1, content: null },
  { version: '99999999999999999999', content: [] },
  { version: 1.5, texts: { decision: 1 } },
  { version: 1, texts: { decision: LONG, nothing: 'x' }, base: {} },
  { version: 9_007_199_254_740_991, texts: { decision: 'x' }, base: {} },
  { version: 9_007_199_254_740_991, content: { criteria: {}, gate: { level: 'ok', comment: '' }, comment: '' } },
  {
    version: 1,
    content: { criteria: { framing: { level: 'A', points: 1e308, comment: LONG } }, gate: { level: 'ok', comment: '' }, comment: '\u0000' },
  },
  { constructor: { prototype: { isAdmin: true } }, role: 'lecturer', team_id: 'x', graded_by: 'x' },
  { lang: 'en', next: '/été—💬?q=\ud800' },
  { email: ['a', 'b'], password: { $gt: '' }, next: ['//evil.example'] },
  { email: 'a\u0000b@attrait.test', password: '\ud800', name: '\u0000' },
  { name: LONG, fresh: LONG, present: LONG, language: LONG, state: LONG, opens_at: LONG, seen: LONG },
  { name: '\u202e\u0007', state: 'scheduled', opens_at: '9999-99-99T99:99', version: '1' },
  { state: 'scheduled', opens_at: '275760-09-13T00:00', version: '2147483648' },
  { state: 'scheduled', opens_at: '-000001-01-01T00:00', version: '1' },
  { submission: "' OR 1=1 --", stage: '../..', leaving: [] },
];
const ODD_QUERIES = [
  'month=0000-00',
  'month=999999-01&month=b',
  'stage[]=a&stage=b&show[x]=1',
  'page=1e9',
  'page=-1',
  'section=%00',
  'done=%ff',
  'lang=xx&next=%0d%0aset-cookie:a',
  'next=/%F0%9F%92%AC',
  '__proto__[x]=1',
];
const ODD_PARTS = [
  '%00',
  '%ff',
  '..%2f..%2fetc%2fpasswd',
  '%F0%9F%92%A9',
  `${'a'.repeat(300)}`,
  "'%20OR%201=1",
  '__proto__',
  'constructor',
];

let fixture: AccessFixture;
let routes: Route[];
const STATE: State = 'graded';
beforeAll(async () => {
  fixture = await openAccessFixture();
  routes = routesOf(fixture.app.nest).filter(({ path }) => path !== '/sign-out');
}, 120_000);
afterAll(() => fixture.stop());
beforeEach(() => restore(fixture.app.database, fixture.snapshots.get(STATE)!));

/** Whoever comes furthest with it. */
const visitorOf = ({ access, path, verb }: Route): Role =>
  access === 'administrators'
    ? 'admin'
    : Array.isArray(access) && !access.includes('lecturer')
      ? 'member'
      : path === '/sign-in' && verb === 'POST'
        ? 'stranger'
        : 'lecturer';

const usual = (route: Route): string => addressOf(route, partsOf(route.path, fixture.parts(STATE)));

async function defectsOf(route: Route, asked: readonly Test[]): Promise<string[]> {
  const defects: string[] = [];
  for (const one of asked) {
    const reply = await one;
    // A file that is still being made says so, and when to come back.
    const isNotYet = reply.status === 503 && route.path.endsWith('.pdf') && reply.headers['retry-after'];
    if (reply.status >= 500 && !isNotYet)
      defects.push(`${route.verb} ${one.url}: ${JSON.stringify((one as unknown as { _data: unknown })._data)?.slice(0, 120)}`);
  }
  return defects;
}

it.each(['json', 'form'])(
  'no odd %s is answered with a defect',
  async (type) => {
    const defects: string[] = [];
    for (const route of routes.filter(isWrite)) {
      const browser = fixture.browsers.get(visitorOf(route))!;
      const verb = route.verb.toLowerCase() as 'post' | 'put';
      const bodies = type === 'json' ? ODD : ODD.filter((body) => body && typeof body === 'object' && !Array.isArray(body));
      const send = (body: unknown) =>
        type === 'json'
          ? browser[verb](usual(route)).type('json').send(JSON.stringify(body))
          : browser[verb](usual(route))
              .type('form')
              .send(body as object);
      defects.push(...(await defectsOf(route, bodies.map(send))));
    }
    expect(defects).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  },
  60_000,
);

it('no odd multipart form is answered with a defect', async () => {
  const defects: string[] = [];
  const pdf = Buffer.from('%PDF-1.4\n');
  for (const route of routes.filter(({ path, verb }) => verb === 'POST' && /\/(draft|submissions|removal)$/.test(path))) {
    const browser = fixture.browsers.get('member')!;
    const form = () => browser.post(usual(route)).field('_token', browser.token);
    defects.push(
      ...(await defectsOf(route, [
        form().field('version', '99999999999').field('text.decision', 'x'),
        form().field('text.__proto__', 'x').field('text.constructor', 'y').field('request_key', 'not-a-key'),
        form().field('text.decision', '\u0000\ud800').field('request_key', '00000000-0000-0000-0000-000000000000'),
        form().attach('file.proposal', pdf, { filename: '../../etc/passwd', contentType: 'text/html' }),
        form().attach('file.nothing', pdf, { filename: 'a.pdf' }),
        form().attach('file.proposal', pdf, { filename: `${'x'.repeat(600)}.pdf` }),
        form().attach('file.proposal', pdf, { filename: 'a\u0000b\r\nc: d.pdf' }),
        form().attach('text.decision', pdf, { filename: 'a.pdf' }),
        form().field('file.proposal', 'a text where a file should be'),
      ])),
    );
  }
  expect(defects).toEqual([]);
}, 60_000);

it('no odd address is answered with a defect', async () => {
  const defects: string[] = [];
  for (const route of routes) {
    const browser = fixture.browsers.get(visitorOf(route))!;
    const verb = route.verb.toLowerCase() as 'get' | 'post' | 'put';
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    const parts = partsOf(route.path, fixture.parts(STATE));
    const bent = names.flatMap((name) => ODD_PARTS.map((part) => route.path.replace(`:${name}`, part)));
    const addresses = [
      ...bent.map((path) => addressOf({ path }, parts)),
      ...(route.verb === 'GET' ? ODD_QUERIES.map((query) => `${usual(route)}?${query}`) : []),
    ];
    defects.push(
      ...(await defectsOf(
        route,
        addresses.map((address) => browser[verb](address)),
      )),
    );
  }
  expect(defects).toEqual([]);
}, 120_000);

it('no target that only a program of one’s own sends is answered with a defect, or without the policy', async () => {
  const targets = ['#%ff', '#1', '#2', ';%ff', '%ff', '?%ff', '#?', '%00'].map((end) => `/slides/fr/competitive-analysis${end}`);
  const whole = [
    'http://a.test/slides/fr/competitive-analysis',
    'http://b.test/slides/fr/competitive-analysis#3',
    'http://c.test',
    '//',
    '/;%ff',
  ];
  const answers = await Promise.all([...targets, ...whole].map((target) => answerTo(target)));

  const without = answers.filter(({ status, head }) => status >= 500 || !/^content-security-policy: /im.test(head));
  expect(without).toEqual([]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
});

/** Straight to the socket: a client of HTTP would mend the target first. */
async function answerTo(target: string): Promise<{ target: string; status: number; head: string }> {
  const socket = connect(Number(new URL(fixture.app.url).port), '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nhost: attrait.test\r\nconnection: close\r\n\r\n`);
  const [head = ''] = (await text(socket)).split('\r\n\r\n', 1);
  return { target, status: Number(head.split(' ')[1]), head };
}

it('an address spelled otherwise opens nothing that is closed', async () => {
  const opened: string[] = [];
  const spellings = [
    (path: string) => `${path}/`,
    (path: string) => path.toUpperCase(),
    (path: string) => path.replace('/', '//'),
    (path: string) => path.replace('here', '%68ere'),
    (path: string) => `${path};a=b`,
    (path: string) => `${path}%2e`,
    (path: string) => `/x/..${path}`,
  ];
  for (const route of routes.filter(({ verb, access }) => verb === 'GET' && access !== 'anyone'))
    for (const spell of spellings)
      for (const role of ['stranger', 'foreign', 'admin'] as const) {
        if (role !== 'stranger' && !route.path.startsWith('/courses')) continue;
        const reply = await fixture.browsers
          .get(role)!
          .get(spell(usual(route)))
          .redirects(0)
          .ok(() => true);
        if (reply.status === 200) opened.push(`${role}: ${spell(usual(route))}`);
      }
  expect(opened).toEqual([]);
}, 120_000);
