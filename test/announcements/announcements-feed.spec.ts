import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as cheerio from 'cheerio';
import { appForFile } from '../support/app-for-file.js';

interface AtomLink {
  readonly '@rel': string;
  readonly '@href': string;
}
interface AtomEntry {
  readonly id: string;
  readonly title: { readonly '#text': string; readonly '@xml:lang': string };
  readonly updated: string;
  readonly published: string;
  readonly author: { readonly name: string }[];
  readonly link: AtomLink[];
  readonly content: { readonly '#text': string; readonly '@type': string };
}
interface AtomFeed extends Omit<AtomEntry, 'content' | 'title'> {
  readonly '@xmlns': string;
  readonly title: string;
  readonly entry?: AtomEntry[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['entry', 'link', 'author'].includes(name),
});
/** As RFC 4287 has it: with its zone. */
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

describe('the feed of announcements', () => {
  const app = appForFile();

  async function scene() {
    const { world } = app;
    const student = await world.student();
    const lecturer = await world.lecturer({ course: student.course });
    const at = `/courses/${student.course.slug}/announcements`;
    const browser = await app.as(student);
    const lecturerBrowser = await app.as(lecturer);
    const say = (form: object) =>
      lecturerBrowser
        .post(at)
        .type('form')
        .send({ when: 'now', ...form })
        .expect(303);
    return { world, student, lecturer, at, browser, lecturerBrowser, say };
  }
  type Scene = Awaited<ReturnType<typeof scene>>;

  /** As their page shows it. */
  async function addressOf({ browser, at }: Pick<Scene, 'browser' | 'at'>): Promise<string> {
    await browser.post(`${at}/address`).expect(303);
    return shownAddress({ browser, at }).then((shown) => shown!);
  }
  async function shownAddress({ browser, at }: Pick<Scene, 'browser' | 'at'>): Promise<string | undefined> {
    const page = cheerio.load((await browser.get(at).expect(200)).text);
    return page('#f-feed').attr('value')?.replace(app.env.PUBLIC_URL, '');
  }
  async function read(address: string): Promise<AtomFeed> {
    const { text } = await app.stranger().get(address).expect(200).expect('content-type', 'application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(text)).toBe(true);
    return (parser.parse(text) as { feed: AtomFeed }).feed;
  }

  it('is Atom, as another parser reads it', async () => {
    const here = await scene();
    await here.say({ title_fr: 'R & D <ouverte>', body_fr: 'Voici **un** ]]> lien : [là](https://x.org/?a=1&b=2)' });
    await here.say({ title_en: 'Bring a computer', body_en: 'One a team.' });
    const address = await addressOf(here);

    const feed = await read(address);

    expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(feed.title).toBe('Annonces, Marketing entrepreneurial');
    expect(feed.link.find((link) => link['@rel'] === 'self')!['@href']).toBe(app.env.PUBLIC_URL + address);
    for (const part of [feed, ...feed.entry!]) {
      expect(part.id).toMatch(/^urn:uuid:[\da-f-]{36}$/);
      expect(part.updated).toMatch(RFC3339);
      expect(part.author[0]!.name).toBeTruthy();
      expect(part.link.some((link) => link['@rel'] === 'alternate')).toBe(true);
    }
    const [english, french] = feed.entry!;
    expect([english!.title['#text'], english!.title['@xml:lang']]).toEqual(['Bring a computer', 'en-CA']);
    expect(french!.title['#text']).toBe('R & D <ouverte>');
    expect(french!.content['@type']).toBe('html');
    const content = cheerio.load(french!.content['#text']);
    expect(content('strong').text()).toBe('un');
    expect(content('a').attr('href')).toBe('https://x.org/?a=1&b=2');
    expect(content.text()).toContain(']]>');
    expect(feed.updated).toBe(english!.updated);
    expect(new Set(feed.entry!.map(({ id }) => id)).size).toBe(2);
  });

  it('of which nothing was said yet is a feed all the same', async () => {
    const feed = await read(await addressOf(await scene()));

    expect(feed.entry).toBeUndefined();
    expect(feed.updated).toMatch(RFC3339);
  });

  it('keeps its ids when something is edited, and says when', async () => {
    const here = await scene();
    const reply = await here.say({ title_fr: 'Un', body_fr: 'Texte' });
    const address = await addressOf(here);
    const before = await read(address);
    const edit = { title_fr: 'Deux', body_fr: 'Texte', version: 2, when: 'kept' };
    await here.lecturerBrowser
      .post(`${reply.headers['location']!.split('?')[0]}/edit`)
      .type('form')
      .send(edit)
      .expect(303);

    const after = await read(address);

    expect(after.id).toBe(before.id);
    expect(after.entry![0]!.id).toBe(before.entry![0]!.id);
    expect(after.entry![0]!.published).toBe(before.entry![0]!.published);
    expect(Date.parse(after.entry![0]!.updated)).toBeGreaterThan(Date.parse(before.entry![0]!.updated));
    expect(after.entry![0]!.title['#text']).toBe('Deux');
  });

  it('holds only what its owner may read', async () => {
    const here = await scene();
    const other = await here.world.section({ course: here.student.course });
    await here.say({ title_fr: 'Pour eux', body_fr: 'Texte', section: other.id });
    await here.say({ title_fr: 'Pour nous', body_fr: 'Texte', section: here.student.section.id });
    await here.say({ title_fr: 'Demain', body_fr: 'Texte', when: 'later', publish_at: '2099-01-05T08:00' });
    const gone = await here.say({ title_fr: 'Retirée', body_fr: 'Texte' });
    await here.lecturerBrowser
      .post(`${gone.headers['location']!.split('?')[0]}/withdrawal`)
      .type('form')
      .send({ version: 2 })
      .expect(303);
    const titlesAt = async (address: string) => (await read(address)).entry!.map(({ title }) => title['#text']);

    expect(await titlesAt(await addressOf(here))).toEqual(['Pour nous']);
    expect(await titlesAt(await addressOf({ browser: here.lecturerBrowser, at: here.at }))).toEqual(['Pour nous', 'Pour eux']);
  });

  it('tells a reader that has it that nothing has changed', async () => {
    const here = await scene();
    await here.say({ title_fr: 'Un', body_fr: 'Texte' });
    const address = await addressOf(here);
    const { headers } = await app.stranger().get(address).expect(200).expect('cache-control', 'private, no-cache');
    const ask = () => app.stranger().get(address).set('if-none-match', `W/"x", ${headers['etag']}`);

    expect((await ask().expect(304).expect('etag', headers['etag']!)).text).toBe('');
    await here.say({ title_fr: 'Deux', body_fr: 'Texte' });
    await ask().expect(200);
  });

  it('answers no other key, and no key that was changed or revoked', async () => {
    const here = await scene();
    const first = await addressOf(here);
    const second = await addressOf(here);
    for (const address of [first, `${here.at}.atom`, `${here.at}.atom?key=`, `${second}x`, `${here.at}.atom?key=a&key=b`])
      await app.stranger().get(address).expect(404);
    await read(second);
    expect(await shownAddress(here)).toBe(second);

    await here.browser.post(`${here.at}/address/revocation`).expect(303);
    await app.stranger().get(second).expect(404);
    expect(await shownAddress(here)).toBeUndefined();
  });
});
