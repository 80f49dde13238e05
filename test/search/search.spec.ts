import * as cheerio from 'cheerio';
import { textOf } from '../../src/platform/markup/html-text.js';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { SearchIndex } from '../../src/platform/search-index/search-index.js';
import type { SearchDocument } from '../../src/platform/search-index/search-sources.js';
import { wordsOf } from '../../src/platform/search-index/words.js';
import { type TestApp, startApp, type Visitor } from '../support/test-app.js';
import { type SomeCourse, type Someone, type World, worldOf } from '../support/world.js';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = worldOf(app);
});
afterAll(() => app.stop());

const index = (): SearchIndex => app.nest.get(SearchIndex);

let counter = 0;
/** Something to find: an announcement of everybody, unless told otherwise. */
async function something(given: Partial<SearchDocument> & { title: string }): Promise<void> {
  const text: SearchDocument = {
    kind: 'announcement',
    language: 'fr',
    body: '',
    address: 'announcements/1',
    opensWith: 'course',
    ...given,
  };
  const key = `test:${(counter += 1)}`;
  await index().put({ key, hash: key, documents: () => [text] });
}

interface Hit {
  readonly title: string;
  readonly href: string;
  readonly html: string;
}
const hitsOn = (text: string): Hit[] => {
  const $ = cheerio.load(text);
  return $('.found > li')
    .toArray()
    .map((li) => ({ title: $(li).find('h3').text(), href: $(li).find('h3 a').attr('href') ?? '', html: $(li).html() ?? '' }));
};
const searched = (visitor: Visitor, course: SomeCourse, q: string, more = '') =>
  visitor.get(`/courses/${course.slug}/search?q=${encodeURIComponent(q)}${more}`);
const titlesFor = async (visitor: Visitor, course: SomeCourse, q: string, more = ''): Promise<string[]> =>
  hitsOn((await searched(visitor, course, q, more).expect(200)).text).map(({ title }) => title);

/** A course of its own for a test, so that no other test’s texts are in the way. */
async function aCourse() {
  const course = await world.course();
  const section = await world.section({ course });
  const student = await world.student({ section });
  return { course, section, student, as: await app.as(student) };
}

describe('words', () => {
  it.each([
    ['évaluer', 'evaluation'],
    ['Évaluation', 'évaluer'],
    ['une note évaluée', 'evaluer'],
    ['les copies évaluées', 'évaluation'],
    ['les copies évaluées', 'evaluees'],
    ['les médias', 'media'],
    ['un media', 'médias'],
    ['les réseaux', 'reseau'],
    ['un réseau', 'réseaux'],
    ['une œuvre', 'oeuvre'],
    ['des oeuvres', 'Œuvre'],
    ['les journaux nationaux', 'national'],
    ['concurrente', 'concurrents'],
    ['les stratégies', 'stratégique'],
    ['l’analyse', 'analyses'],
    ['aujourd’hui', "aujourd'hui"],
    ['ÉCOLE', 'ecole'],
    ['un mot-clic', 'mots-clics'],
    ['competitors', 'competitor'],
    ['measuring', 'measured'],
    ['content strategies', 'strategy'],
    ['the readers’ needs', 'reader need'],
    ['un but lucratif', 'but'],
    ['norme ISO 9001', '9001'],
    ['concurrentielle', 'concurrenti'],
    ['écoresponsabilité', 'ecorespons'],
    ['l’e-commerce local', 'e-commerce'],
    ['l’e-commerce local', 'e-comm'],
    ['une vente en porte-à-porte', 'porte-à-por'],
    ['le bouche-à-oreille', 'bouche-à-oreil'],
    ['un rendez-vous manqué', 'rendez-vo'],
    ['les mots-clics', 'mot-clic'],
  ])('find “%s” for “%s”', async (title, q) => {
    const { course, as } = await aCourse();
    await something({ title, courseId: course.id });
    expect(await titlesFor(as, course, q)).toEqual([title]);
  });

  it.each([
    ['un réseau social', 'reseau -social'],
    ['un réseau social', 'reseau -sociaux'],
    ['analyse de la niche', '"niche analyse"'],
    ['les analyses', '"analyse"'],
    ['le web', 'zzz'],
    ['concurrence', 'con'.repeat(2)],
    ['l’e-commerce local', 'e-boutique'],
  ])('do not find “%s” for “%s”', async (title, q) => {
    const { course, as } = await aCourse();
    await something({ title, courseId: course.id });
    expect(await titlesFor(as, course, q)).toEqual([]);
  });

  it('are found as a phrase across what every sentence has', async () => {
    const { course, as } = await aCourse();
    await something({ title: 'Une analyse des contenus publiés', courseId: course.id });
    expect(await titlesFor(as, course, '"analyse des contenus"')).toHaveLength(1);
    expect(await titlesFor(as, course, 'les contenus de l’analyse')).toHaveLength(1);
  });

  it('that no text has all of lead to those that have some, and the page says so', async () => {
    const { course, as } = await aCourse();
    await something({ title: 'Le sondage éclair', courseId: course.id });
    const { text } = await searched(as, course, 'sondage introuvableci').expect(200);
    expect(hitsOn(text).map(({ title }) => title)).toEqual(['Le sondage éclair']);
    expect(text).toContain('Aucun texte ne contient tous ces mots');
  });
});

describe('a compound', () => {
  it('is not found where its last word stands alone', async () => {
    const { course, as } = await aCourse();
    await something({ title: 'Le commerce de proximité', courseId: course.id });
    await something({ title: 'L’e-commerce', courseId: course.id });
    const { text } = await searched(as, course, 'e-commerce').expect(200);
    expect(hitsOn(text).map(({ title }) => title)).toEqual(['L’e-commerce']);
    expect(text).not.toContain('Aucun texte ne contient tous ces mots');
  });

  it.each([
    ['Le commerce de proximité', 'e-commerce'],
    ['Le clic de souris', 'mot-clic'],
    ['Une porte cochère', 'porte-à-porte'],
  ])('that no text has leads to “%s” for “%s”, and the page says so', async (title, q) => {
    const { course, as } = await aCourse();
    await something({ title, courseId: course.id });
    const { text } = await searched(as, course, q).expect(200);
    expect(hitsOn(text).map(({ title: found }) => found)).toEqual([title]);
    expect(text).toContain('Aucun texte ne contient tous ces mots');
  });
});

describe('the order of results', () => {
  it('is titles before bodies, and one’s own language before the other', async () => {
    const { course, as } = await aCourse();
    const courseId = course.id;
    await something({ title: 'Corps', body: 'Ici, le kappa de Cohen.', courseId });
    await something({ title: 'Kappa in English', language: 'en', courseId });
    await something({ title: 'Le kappa', courseId });
    await something({ title: 'Body', language: 'en', body: 'Here, Cohen’s kappa.', courseId });
    expect(await titlesFor(as, course, 'kappa')).toEqual(['Le kappa', 'Kappa in English', 'Corps', 'Body']);
    const english = await app.as(await world.student({ section: await world.section({ course }), language: 'en' }));
    expect((await titlesFor(english, course, 'kappa'))[0]).toBe('Kappa in English');
  });

  it('is whole words before words that only begin alike', async () => {
    const { course, as } = await aCourse();
    await something({ title: 'Publicité', courseId: course.id });
    await something({ title: 'Le pub du coin', courseId: course.id });
    expect(await titlesFor(as, course, 'pub')).toEqual(['Le pub du coin', 'Publicité']);
  });

  it('goes on from page to page without losing or repeating a text', async () => {
    const { course, as } = await aCourse();
    for (let made = 0; made < 45; made += 1) await something({ title: `Annonce tournesol ${made}`, courseId: course.id });
    const pages = await Promise.all([1, 2, 3].map((page) => titlesFor(as, course, 'tournesol', `&page=${page}`)));
    expect(pages.map((titles) => titles.length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
    const beyond = await searched(as, course, 'tournesol', '&page=9').expect(200);
    expect(beyond.text).toContain('Cette page est au-delà des derniers résultats');
  });
});

describe('what is taught', () => {
  const slideOf = /^\/slides\/fr\/competitive-analysis(?:\?[^#]*)?#\/\d+$/;
  beforeAll(() => index().refresh());

  it('leads to the very slide', async () => {
    const { course, as } = await aCourse();
    const hits = hitsOn((await searched(as, course, '"analyse concurrentielle web"', '&kind=slide&in=fr').expect(200)).text);
    const opener = hits.find(({ title }) => title === 'Analyse concurrentielle web');
    expect(opener?.href).toMatch(slideOf);
    expect(opener?.href).toMatch(/#\/1$/);
  });

  it('is chosen by kind and by language, with the number of each', async () => {
    const { course, as } = await aCourse();
    const $ = cheerio.load((await searched(as, course, 'niche', '&kind=term').expect(200)).text);
    const labels = $('.found .badge')
      .toArray()
      .map((badge) => $(badge).text().trim());
    expect(new Set(labels)).toEqual(new Set(['Terme', 'en anglais']));
    expect($('.search-filters').text()).toMatch(/Diapos\s*\d+/);
    expect($('.search-filters [aria-current]').text()).toContain('Glossaire');
  });

  it('costs nothing to index again when nothing changed, and is written again where it did', async () => {
    const ids = () => app.database.query<{ id: string }>(`SELECT id FROM search_document WHERE batch LIKE 'slides:%' ORDER BY id`);
    const before = await ids();
    await index().refresh();
    expect(await ids()).toEqual(before);
    await app.database.query(`UPDATE search_document SET batch_hash = 'old' WHERE batch = 'slides:web-pr'`);
    await app.database.query(`INSERT INTO search_document (batch, batch_hash, kind, opens_with, language, title, body, address, vector)
                                VALUES ('slides:gone', '', 'slide', 'course', 'fr', 'Parti', '', '/', 'parti')`);
    await Promise.all([index().refresh(), index().refresh()]);
    const after = await ids();
    const kept = new Set(before.map(({ id }) => id));
    expect(after).toHaveLength(before.length);
    expect(after.filter(({ id }) => !kept.has(id)).length).toBeGreaterThan(0);
    expect(after.filter(({ id }) => kept.has(id)).length).toBeGreaterThan(0);
  });

  it('counts words as the database does, so that the right ones are marked', async () => {
    const rows = await app.database.query<{ title: string; body: string; words: number }>(
      `SELECT title, body, (SELECT max(p) FROM unnest(vector) AS w (lexeme, positions, weights), unnest(positions) AS p) AS words FROM search_document`,
    );
    const wrong = rows.filter(({ title, body, words }) => wordsOf(title).length + wordsOf(body).length !== words);
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });
});

/** Words that speaker notes have, in whatever form, and nothing that may be found. */
async function notedOnly(): Promise<string[]> {
  const content = app.nest.get(CurriculumContent);
  const slides = content.units().flatMap(({ key }) => content.deck(key, 'fr')?.slides ?? []);
  const words = new Set(slides.flatMap(({ notes }) => wordsOf(textOf(notes ?? '')).map(({ plain }) => plain)));
  const rows = await app.database.query<{ word: string }>(
    `SELECT word FROM unnest($1::text[]) AS word
     WHERE NOT EXISTS (SELECT FROM search_document WHERE vector @@ search_query(word, word))`,
    [[...words].filter((word) => word.length > 6).slice(0, 300)],
  );
  return rows.map(({ word }) => word);
}

describe('what is asked', () => {
  it('is found in the courses that ask for it, as soon as they do', async () => {
    const [asking, other] = [await aCourse(), await aCourse()];
    await world.assignment({ course: asking.course });
    expect((await titlesFor(asking.as, asking.course, '"votre mission"'))[0]).toBe('Votre mission');
    expect(await titlesFor(other.as, other.course, '"votre mission"', '&kind=brief')).toEqual([]);
    await index().refresh();
    expect(await titlesFor(asking.as, asking.course, 'integrite', '&kind=brief')).not.toEqual([]);
    expect(await titlesFor(other.as, other.course, 'integrite', '&kind=brief')).toEqual([]);
  });
});

describe('what is announced', () => {
  it('is found once it is published, as it was last edited, until it is withdrawn, by those it is for', async () => {
    const { course, section, as } = await aCourse();
    const neighbour = await app.as(await world.student({ section: await world.section({ course }) }));
    const lecturerBrowser = await app.as(await world.lecturer({ course }));
    const at = `/courses/${course.slug}/announcements`;
    const say = (address: string, form: object) => lecturerBrowser.post(address).type('form').send(form).expect(303);
    const words = {
      title_fr: 'Salle changée',
      body_fr: 'Venez au **pavillon** Lassonde.',
      title_en: 'Room',
      body_en: 'Come to the pavilion.',
    };

    await say(at, { ...words, section: section.id, when: 'later', publish_at: '2099-01-01T10:00' });
    expect(await titlesFor(lecturerBrowser, course, 'lassonde')).toEqual([]);
    await say(at, { ...words, section: section.id, when: 'now' });
    expect(await titlesFor(as, course, 'pavillons')).toEqual(['Salle changée']);
    expect(await titlesFor(as, course, 'pavilion', '&in=en')).toEqual(['Room']);
    expect(await titlesFor(neighbour, course, 'lassonde')).toEqual([]);

    const [hit] = hitsOn((await searched(as, course, 'lassonde')).text);
    await as.get(hit!.href).expect(200);
    const [{ version }] = (await app.database.query<{ version: number }>('SELECT version FROM announcement WHERE id = $1', [
      hit!.href.split('/').at(-1),
    ])) as [{ version: number }];
    await say(`${hit!.href}/edit`, { ...words, body_fr: 'Venez au pavillon Decelles.', when: 'kept', version });
    expect(await titlesFor(as, course, 'lassonde')).toEqual([]);
    expect(await titlesFor(as, course, 'decelles')).toEqual(['Salle changée']);
    await index().refresh();
    expect(await titlesFor(as, course, 'decelles')).toEqual(['Salle changée']);

    await say(`${hit!.href}/withdrawal`, { version: version + 1 });
    expect(await titlesFor(as, course, 'decelles')).toEqual([]);
  });
});

describe('the walls of search', () => {
  const canaries = async () => {
    const { course, section, student } = await aCourse();
    const other = await aCourse();
    const elsewhere = await world.section({ course });
    const closed = { kind: 'reading', opensWith: 'unit', unit: 'web-pr', address: 'units/web-pr#readings' } as const;
    await something({ title: 'Canari-fermé', ...closed });
    await something({ title: 'Canari-ailleurs', courseId: other.course.id });
    await something({ title: 'Canari-section', courseId: course.id, sectionId: elsewhere.id });
    await something({ title: 'Canari-demain', courseId: course.id, visibleFrom: new Date(Date.now() + 60_000) });
    await something({ title: 'Canari-libre', courseId: course.id, sectionId: section.id });
    return { course, student, other };
  };
  const findsOf = async (person: Someone, course: SomeCourse): Promise<string[]> =>
    (await titlesFor(await app.as(person), course, 'canari', '&kind=announcement')).concat(
      await titlesFor(await app.as(person), course, 'canari', '&kind=reading'),
    );

  it('keep what is closed, elsewhere, another section’s or still to come from a student', async () => {
    const { course, student } = await canaries();
    expect(await findsOf(student, course)).toEqual(['Canari-libre']);
    const { text } = await searched(await app.as(student), course, 'canari');
    // Numbers tell as much as words do.
    expect(cheerio.load(text)('[role=status]').text()).toMatch(/^1 résultat /);
    expect(text).not.toMatch(/Canari-(?!libre)/);
    await app.database.query('DELETE FROM search_document WHERE batch LIKE $1', ['test:%']);
  });

  it('open with the release of a unit, at its instant, in its course alone', async () => {
    const { course, student, other } = await canaries();
    const release = (home: SomeCourse, state: string, opens: string | null) =>
      app.database.query(
        `INSERT INTO unit_release (course_id, unit_key, state, opens_at) VALUES ($1, 'web-pr', $2, now() + $3::interval)
         ON CONFLICT (course_id, unit_key) DO UPDATE SET state = excluded.state, opens_at = excluded.opens_at`,
        [home.id, state, opens],
      );
    await release(other.course, 'published', null);
    await release(course, 'scheduled', '1 hour');
    expect(await findsOf(student, course)).not.toContain('Canari-fermé');
    await release(course, 'scheduled', '-1 second');
    expect(await findsOf(student, course)).toContain('Canari-fermé');
    await release(course, 'draft', null);
    expect(await findsOf(student, course)).not.toContain('Canari-fermé');
    await release(course, 'published', null);
    expect(await findsOf(student, course)).toContain('Canari-fermé');
    await app.database.query('DELETE FROM search_document WHERE batch LIKE $1', ['test:%']);
  });

  it('show the team what is to come, each of them their own sections, and nobody another course', async () => {
    const { course } = await canaries();
    const lecturer = await world.lecturer({ course });
    const assistant = await world.assistant({ sections: [await world.section({ course })] });
    expect((await findsOf(lecturer, course)).sort()).toEqual(['Canari-demain', 'Canari-fermé', 'Canari-libre', 'Canari-section']);
    expect((await findsOf(assistant, course)).sort()).toEqual(['Canari-demain', 'Canari-fermé']);
    await app.database.query('DELETE FROM search_document WHERE batch LIKE $1', ['test:%']);
  });

  it('hide readings of a real unit until it is released, and the notes of its slides for ever', async () => {
    await index().refresh();
    const { course, as } = await aCourse();
    const lecturer = await app.as(await world.lecturer({ course }));
    expect(await titlesFor(as, course, '"Four Corners Model"', '&kind=reading')).toEqual([]);
    expect(await titlesFor(lecturer, course, '"Four Corners Model"', '&kind=reading')).toHaveLength(1);
    const noted = await notedOnly();
    expect(noted.length).toBeGreaterThan(20);
    for (const word of noted.slice(0, 5)) expect(await titlesFor(lecturer, course, `"${word}"`)).toEqual([]);
  });

  it('are the same as everywhere: strangers sign in, people of no or another course find no page', async () => {
    const { course } = await aCourse();
    const other = await aCourse();
    await app.stranger().get(`/courses/${course.slug}/search?q=web`).expect(303);
    await other.as.get(`/courses/${course.slug}/search?q=web`).expect(404);
    await (await app.as(await world.admin())).get(`/courses/${course.slug}/search?q=web`).expect(404);
  });
});

describe('the page', () => {
  it('has a good sentence for each way of finding nothing', async () => {
    const { course, as } = await aCourse();
    const said = async (q: string, more = ''): Promise<string> =>
      cheerio
        .load((await searched(as, course, q, more).expect(200)).text)('.empty')
        .text();
    expect(await said('')).toContain('Que cherchez-vous');
    expect(await said('-web')).toContain('Que cherchez-vous');
    expect(await said('é')).toContain('Écrivez au moins deux lettres');
    expect(await said('de la')).toContain('Ces mots sont partout');
    expect(await said('zzzyx')).toContain('Rien pour «\u00a0zzzyx\u00a0»');
    await something({ title: 'Zzzyx', courseId: course.id });
    expect(await said('zzzyx', '&kind=term')).toContain('Rien de ce genre');
    await as.get(`/courses/${course.slug}/search`).expect(200);
  });

  it('shows what was written as the letters it is, marks and all', async () => {
    const { course, as } = await aCourse();
    await something({ title: '<img src=x onerror=alert(1)> & Cie', body: '</p><script>alert("moutarde")</script>', courseId: course.id });
    const { text } = await searched(as, course, 'moutarde img').expect(200);
    expect(text).not.toMatch(/<img|<script>alert/);
    expect(text).toContain('&lt;<mark>img</mark> src=x');
    expect(text).toContain('alert(&quot;<mark>moutarde</mark>&quot;)');
  });

  it.each([
    ['quotes', `l'"x"' ""`],
    ['operators', 'a:* & !b | (c <-> d) \\ **'],
    ['another language', `'); DROP TABLE person; --`],
    ['markup', '"><script>alert(1)</script>'],
    ['ten thousand letters', 'x'.repeat(10_000)],
    ['a thousand words', 'mot '.repeat(1_000)],
    ['a thousand exclusions', '-a "b '.repeat(500)],
    ['a NUL', 'we\0b'],
    ['letters read from right to left', '\u202eשלום web\u202c'],
    ['half a sign', 'web \ud83d'],
    ['signs alone', '🙂 *** ...'],
  ])('stands whatever is typed: %s', async (_, q) => {
    const { course, as } = await aCourse();
    const wellFormed = q.replace(/\p{Surrogate}/gu, '\ufffd');
    const { text } = await searched(as, course, wellFormed).expect(200);
    expect(text).not.toContain('<script>alert(1)');
  });

  it('takes strange choices for none', async () => {
    const { course, as } = await aCourse();
    for (const more of ['&kind=x', '&in=de', '&page=-1', '&page=99999', '&page=0x1', '&q=b', '&kind=term&kind=slide', '&page[]=1'])
      await searched(as, course, 'web', more).expect(200);
  });

  it('is given to one person sixty times a minute, and then asks to wait', async () => {
    const { course, section } = await aCourse();
    const [hurried, calm] = [await app.as(await world.student({ section })), await app.as(await world.student({ section }))];
    for (let asked = 0; asked < 60; asked += 1) await searched(hurried, course, '').expect(200);
    const { text, headers } = await searched(hurried, course, '').expect(429);
    expect(text).toContain('Attendez une minute');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await searched(calm, course, '').expect(200);
  });

  it('is found from every page of a course, and from no other', async () => {
    const { course, student, as } = await aCourse();
    const $ = cheerio.load((await as.get(`/courses/${course.slug}`).expect(200)).text);
    expect($('form[role=search]').attr('action')).toBe(`/courses/${course.slug}/search`);
    expect($('body').attr('data-shortcuts')).toBe('on');
    expect(cheerio.load((await app.stranger().get('/').expect(200)).text)('form[role=search]')).toHaveLength(0);
    await app.database.query('UPDATE person SET shortcuts_enabled = false WHERE id = $1', [student.id]);
    expect(
      cheerio
        .load((await as.get(`/courses/${course.slug}`)).text)('body')
        .attr('data-shortcuts'),
    ).toBeUndefined();
  });
});
