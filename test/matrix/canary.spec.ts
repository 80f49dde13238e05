import * as cheerio from 'cheerio';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { LANGS } from '../../src/kernel/localised.js';
import { type Answer, crawl, read } from '../support/crawl.js';
import {
  canary,
  type AccessFixture,
  openAccessFixture,
  type Kind,
  KINDS,
  partsOf,
  ROLES,
  type Role,
  type Scope,
  SCOPES,
  type State,
  STATES,
} from '../support/access-fixture.js';
import { addressOf, routesOf } from '../support/routes.js';
import { restore } from '../support/snapshot.js';

const WORK: readonly Kind[] = ['person', 'name', 'cell', 'text', 'file', 'bytes'];
/** Not the words of a draft: they are the team's alone until they hand them in. Nor an address of somebody else. */
const STAFF_SEE: readonly Kind[] = [...WORK, 'mark'];
/** The list of marks that a lecturer takes along names people as the register does. */
const LECTURERS_SEE: readonly Kind[] = [...STAFF_SEE, 'email'];
const NEIGHBOURS_SEE: readonly Kind[] = ['person', 'name'];
const RECEIPTS_SAY: readonly Kind[] = ['person', 'email', 'name', 'file'];

/** Whose words each role may meet; a mark only when `seesMark` says so. A pair of scope and kind that stands nowhere here is a leak. */
const MEETS: Readonly<Record<Role, Partial<Record<Scope, readonly Kind[]>>>> = {
  stranger: {},
  suspended: {},
  member: { team: [...WORK, 'email', 'draft'], rivals: NEIGHBOURS_SEE },
  mate: { team: [...WORK, 'email', 'draft'], rivals: NEIGHBOURS_SEE },
  rival: { rivals: [...WORK, 'email'], team: NEIGHBOURS_SEE },
  elsewhere: { others: [...WORK, 'email'] },
  foreign: { abroad: [...WORK, 'email', 'mark'] },
  assistant: { team: STAFF_SEE, rivals: STAFF_SEE, staff: ['person', 'email'] },
  'other assistant': { others: STAFF_SEE, staff: ['person', 'email'] },
  'former assistant': { staff: ['person', 'email'] },
  lecturer: { team: LECTURERS_SEE, rivals: LECTURERS_SEE, others: LECTURERS_SEE, staff: ['person'] },
  'foreign lecturer': { abroad: LECTURERS_SEE, staff: ['person'] },
  admin: { team: RECEIPTS_SAY, rivals: RECEIPTS_SAY, others: RECEIPTS_SAY, abroad: RECEIPTS_SAY },
};
const OWN: Partial<Record<Role, Scope>> = { member: 'team', mate: 'team', rival: 'rivals', elsewhere: 'others' };

const seesMark = (role: Role, scope: Scope, state: State): boolean => state === 'posted' && OWN[role] === scope;
const may = (role: Role, scope: Scope, kind: Kind, state: State): boolean =>
  Boolean(MEETS[role][scope]?.includes(kind)) || (kind === 'mark' && seesMark(role, scope, state));

const ALL = SCOPES.flatMap((scope) => KINDS.map((kind) => ({ scope, kind, token: canary(scope, kind) })));
/** Decks are the same for everybody; they are looked at once, for speaker notes. */
const isOfTheCourse = (path: string): boolean => !path.startsWith('/slides/');

let fixture: AccessFixture;
beforeAll(async () => (fixture = await openAccessFixture()), 120_000);
afterAll(() => fixture.stop());

/** Every address of a page that this state knows of, of the team's things and of those abroad. */
function addresses(state: State): string[] {
  const reads = routesOf(fixture.app.nest).filter(({ verb }) => verb === 'GET');
  return [fixture.parts(state), { ...fixture.parts(state), ...fixture.abroad }].flatMap((parts) =>
    reads.map((route) => addressOf(route, partsOf(route.path, parts))),
  );
}

const visit = async (role: Role, state: State): Promise<Map<string, Answer>> =>
  crawl(fixture.browsers.get(role)!, ['/', ...new Set(addresses(state))], isOfTheCourse);

/** Where a word turned up: in a body, a header or an address one is sent to. Addresses themselves hold no words. */
function placesIn(seen: ReadonlyMap<string, Answer>): (token: string) => string[] {
  const pages = [...seen].map(([address, { text, headers }]) => ({
    address,
    words: `${address} ${JSON.stringify(headers)} ${text}`.toLowerCase(),
  }));
  return (token) => pages.filter(({ words }) => words.includes(token)).map(({ address }) => address);
}

describe.each(STATES)('with the work %s', (state) => {
  beforeAll(() => restore(fixture.app.database, fixture.snapshots.get(state)!));
  const met = new Set<string>();

  it.each(ROLES)(
    '%s meets no word that is not theirs',
    async (role) => {
      const placesOf = placesIn(await visit(role, state));

      const leaks = ALL.flatMap(({ scope, kind, token }) => {
        const places = placesOf(token);
        if (places.length > 0) met.add(`${scope} ${kind}`);
        return may(role, scope, kind, state) ? [] : places.map((place) => `${kind} of ${scope} at ${place}`);
      });
      expect(leaks).toEqual([]);
    },
    60_000,
  );

  it('every word is met by somebody: none was forgotten or lost', () => {
    const work = SCOPES.filter((scope) => scope !== 'staff').flatMap((scope) => [...WORK, 'email'].map((kind) => `${scope} ${kind}`));
    const yet = ['nothing', 'draft'].includes(state) ? work.filter((one) => !/^team (text|file|bytes)$/.test(one)) : work;

    expect(yet.filter((one) => !met.has(one))).toEqual([]);
    expect(met.has('team mark')).toBe(['graded', 'posted', 'unposted'].includes(state));
    expect(met.has('team draft')).toBe(state === 'draft');
  });

  it('mail tells each team of its own work alone, and never a mark', async () => {
    await fixture.app.drainJobs();
    const mails = await fixture.app.database.query<{ recipient: string; mail: string }>(
      `SELECT recipient, subject || ' ' || body AS mail FROM mail`,
    );

    const leaks = mails.flatMap(({ recipient, mail }) =>
      ALL.filter(({ token }) => mail.toLowerCase().includes(token))
        .filter(({ scope, kind }) => !recipient.includes(canary(scope, 'email')) || !['person', 'name', 'file'].includes(kind))
        .map(({ scope, kind }) => `${kind} of ${scope} to ${recipient}`),
    );
    expect(mails.length).toBeGreaterThan(0);
    expect(leaks).toEqual([]);
  });
});

const CLICK = /(name="(?:request_key|key)" value="|requestKey&quot;:&quot;)[\w-]+/g;

/** A page without what changes by itself: the clock of the answer, and the key by which a click is known again. */
const still = (seen: ReadonlyMap<string, Answer>): Record<string, unknown> =>
  Object.fromEntries(
    [...seen].map(([address, { status, headers, text }]) => {
      const { date: _, ...kept } = headers;
      return [address, { status, headers: kept, text: text.replace(CLICK, '$1') }];
    }),
  );

it.each(['member', 'mate', 'rival', 'elsewhere'] as const)(
  'what %s reads is the same, to the byte, before and after grading',
  async (role) => {
    const readIn = async (state: State) => {
      await restore(fixture.app.database, fixture.snapshots.get(state)!);
      return still(await crawl(fixture.browsers.get(role)!, ['/', ...addresses('graded')], isOfTheCourse));
    };
    const [before, after] = [await readIn('handed in'), await readIn('graded')];

    expect(Object.keys(before).length).toBeGreaterThan(20);
    expect(after).toEqual(before);
    expect(await readIn('unposted')).toEqual(before);
  },
);

describe('speaker notes', () => {
  const words = (html: string): string =>
    cheerio
      .load(html.replace(/<\/(p|li|h\d|section|td|dt|dd|blockquote)>/g, ' $&'))
      .text()
      .replace(/\s+/g, ' ');
  /** Sentences that stand in the notes of a deck and nowhere on its slides. */
  const whispered = (): { unit: string; lang: string; sentences: string[] }[] => {
    const content = fixture.app.nest.get(CurriculumContent);
    return content.units().flatMap(({ key }) =>
      LANGS.flatMap((lang) => {
        const deck = content.deck(key, lang);
        if (deck?.lang !== lang) return [];
        const shown = words(deck.slides.map(({ html }) => html).join(' '));
        const notes = deck.slides.flatMap(({ notes: note }) => (note ? words(note).split(/(?<=[.?])\s/) : []));
        return [{ unit: key, lang, sentences: notes.map((one) => one.trim()).filter((one) => one.length > 40 && !shown.includes(one)) }];
      }),
    );
  };

  it.each(['stranger', 'member', 'foreign', 'former assistant', 'admin'] as const)(
    'never reach %s but in the room they are made for',
    async (role) => {
      const isStaff = role === 'former assistant';
      const decks = whispered();
      const [first] = decks;
      const addresses = [
        ...decks.flatMap(({ unit, lang }) => [`/slides/${lang}/${unit}`, `/courses/here/present/${lang}/${unit}`]),
        ...['view=scroll', 'view=print', 'showNotes=true', 'notes'].map((query) => `/slides/${first!.lang}/${first!.unit}?${query}`),
        `/slides/${first!.lang}/${first!.unit}.md`,
        `/courses/here/units/${first!.unit}`,
      ].filter((address) => !(isStaff && address.includes('/present/')));

      const heard: string[] = [];
      for (const address of addresses) {
        const said = words((await read(fixture.browsers.get(role)!, address)).text);
        heard.push(...decks.flatMap(({ sentences }) => sentences.filter((one) => said.includes(one)).map((one) => `${address}: ${one}`)));
      }
      expect(decks.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(100);
      expect(heard).toEqual([]);
    },
    60_000,
  );

  it('reach the lecturer who presents', async () => {
    const [deck] = whispered();
    const { text } = await fixture.browsers.get('lecturer')!.get(`/courses/here/present/${deck!.lang}/${deck!.unit}`).expect(200);

    expect(words(text)).toContain(deck!.sentences[0]);
  });
});
