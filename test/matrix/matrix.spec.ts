import type { Test } from 'supertest';
import { checksum } from '../support/checksum.js';
import { type AccessFixture, openAccessFixture, partsOf, ROLES, type Role, type State, STATES } from '../support/access-fixture.js';
import { addressOf, routesOf } from '../support/routes.js';
import { restore } from '../support/snapshot.js';
import { BODIES, ELSEWHERE, type Line, LINES, type Verdict } from './verdicts.js';

const REFUSALS: readonly Verdict[] = ['in', '.', '401', '403'];
/** These read their own multipart body, where the token must come first. */
const UPLOADS = /\/(draft|submissions|removal)$/;

let fixture: AccessFixture;
beforeAll(async () => (fixture = await openAccessFixture()), 120_000);
afterAll(() => fixture.stop());

const nameOf = ({ verb, path }: Pick<Line, 'verb' | 'path'>): string => `${verb} ${path}`;
const titleOf = (line: Line): string => [nameOf(line), ...Object.values(line.parts)].join(' ');
const needed = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

type Parts = Readonly<Record<string, string | undefined>>;

function knock(role: Role, { verb, path }: Line, parts: Parts): Test {
  const browser = fixture.browsers.get(role)!;
  const address = addressOf({ path }, parts as Record<string, string>);
  if (verb === 'GET') return browser.get(address);
  if (verb === 'POST' && UPLOADS.test(path)) return browser.post(address).field('_token', browser.token);
  const body = BODIES[`${verb} ${path}`]?.(parts as Record<string, string>) ?? {};
  return verb === 'PUT' ? browser.put(address).send(body) : browser.post(address).type('form').send(body);
}

function verdictOf({ status, headers }: Awaited<Test>): string {
  if (status === 303) return headers['location']?.startsWith('/sign-in?next=') ? 'in' : 'go';
  if (status === 404) return '.';
  return status === 200 ? 'ok' : String(status);
}

/** What is wrong with an answer, in a line; nothing when it is as the table says. */
async function mistake(role: Role, line: Line, parts: Parts, expected: Verdict): Promise<string[]> {
  const reply = await knock(role, line, parts);
  const found = verdictOf(reply);
  if (found !== expected) return [`${role}: expected ${expected}, found ${found}`];
  if (expected !== '.') return [];
  return (await tellsNothing(role, line, parts, reply)) ? [] : [`${role}: is told more than that there is no such page`];
}

/** Whether the answer is, to the letter, what this person gets when they ask for something that never was. */
async function tellsNothing(role: Role, line: Line, parts: Parts, { text }: Awaited<Test>): Promise<boolean> {
  const names = needed(line.path).filter((name) => name !== 'course');
  const nothing = Object.fromEntries(
    [...names, 'submission', 'stageId']
      .map((name) => [name, nothingCalled(name, line.path)] as const)
      .filter(([name, it]) => it === NOWHERE || name === names.at(-1)),
  );
  const course = PEOPLE[parts['course'] ?? '']?.includes(role) ? parts['course'] : 'no-such-course';
  const path = names.length > 0 || BODIES[nameOf(line)] ? line.path : line.path.replace(/[^/]*$/, 'no-such-page');
  const asked = { ...line, path, verb: path === line.path ? line.verb : 'GET' };
  const { status, text: other } = await knock(role, asked, { ...parts, ...nothing, course });
  return status === 404 && plain(other) === plain(text);
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';
/** Units, assignments and the stages of one are known by their words; everything else by an id. */
const nothingCalled = (name: string, path: string): string =>
  ['unit', 'assignment', 'lang'].includes(name) || (name === 'stage' && path.includes(':assignment')) ? 'no-such' : NOWHERE;
const ABROAD: readonly Role[] = ['foreign', 'foreign lecturer'];
const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  here: ROLES.filter((role) => role !== 'admin' && !ABROAD.includes(role)),
  away: ABROAD,
};

/** Without the address itself, which the language switch comes back to, and the token. */
const plain = (body: string): string =>
  body.replace(/(name="next" value|name="_token" value|hreflang="\w+" href)="[^"]*"|href="[^"]*"(?= hreflang)/g, '');

it('knows every address there is', () => {
  const known = new Set([...LINES.map(nameOf), ...Object.keys(ELSEWHERE)]);
  const there = routesOf(fixture.app.nest).map(nameOf);

  expect(there.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !there.includes(name))).toEqual([]);
});

describe.each(STATES)('with the work %s', (state: State) => {
  let before: Record<string, string>;
  const begin = () => restore(fixture.app.database, fixture.snapshots.get(state)!);
  const beginAnew = async () => {
    await begin();
    before = await checksum(fixture.app.database);
  };
  beforeAll(beginAnew);

  const lines = LINES.filter(({ states }) => states.includes(state));
  it.each(lines.map((line) => [titleOf(line), line] as const))('%s', async (_, line) => {
    const parts: Parts = { ...partsOf(line.path, fixture.parts(state)), ...line.parts };
    const isThere = [...needed(line.path), ...(line.path.endsWith('/grading/open') ? ['submission'] : [])].every((name) => parts[name]);
    const expected = (role: Role): Verdict => {
      const said = line.verdicts.get(role)!;
      return isThere || line.isBlind || REFUSALS.includes(said) ? said : '.';
    };
    const [reading, writing] = [ROLES.filter((role) => line.verb === 'GET' || REFUSALS.includes(expected(role))), [] as Role[]];
    writing.push(...ROLES.filter((role) => !reading.includes(role)));
    const mistakes: string[] = [];
    const untouched = before;
    for (const role of reading) mistakes.push(...(await mistake(role, line, parts, expected(role))));
    const after = await checksum(fixture.app.database);
    for (const role of writing) mistakes.push(...(await begin().then(() => mistake(role, line, parts, expected(role)))));
    if (writing.length > 0 || mistakes.length > 0) await beginAnew();

    expect(mistakes).toEqual([]);
    expect(after).toEqual(untouched);
  });
});

/** Ids of one course in the address of the other: nobody finds anything, not even who may see both halves. */
describe('with ids of another course', () => {
  beforeAll(() => restore(fixture.app.database, fixture.snapshots.get('posted')!));
  const OWN = ['team', 'row', 'announcement', 'submission', 'file', 'assessment'];
  const isOfACourse = ({ path }: Line) => needed(path).some((name) => OWN.includes(name)) || /\/grading\/(stages|open|next)/.test(path);
  const mixtures = () => {
    const [here, away] = [fixture.parts('posted'), fixture.abroad];
    return [
      { ...here, course: 'away' },
      { ...here, ...away, course: 'here' },
    ];
  };

  it.each(LINES.filter((line) => isOfACourse(line) && !line.isBlind).map((line) => [titleOf(line), line] as const))(
    '%s',
    async (_, line) => {
      const mistakes: string[] = [];
      for (const mixed of mixtures())
        for (const role of ROLES) {
          const said = line.verdicts.get(role)!;
          const expected = said === 'in' || said === '401' || said === '403' ? said : '.';
          mistakes.push(...(await mistake(role, line, partsOf(line.path, mixed), expected)).map((one) => `${mixed.course}, ${one}`));
        }
      expect(mistakes).toEqual([]);
    },
  );

  it.each(LINES.filter(({ isBlind }) => isBlind).map((line) => [titleOf(line), line] as const))('%s touches nothing', async (_, line) => {
    const held = async () => {
      const { 'public.assessment': assessments, 'public.draft_file': files } = await checksum(fixture.app.database);
      return { assessments, files };
    };
    const before = await held();
    for (const mixed of mixtures()) for (const role of ROLES) await knock(role, line, partsOf(line.path, mixed));

    expect(await held()).toEqual(before);
  });
});
