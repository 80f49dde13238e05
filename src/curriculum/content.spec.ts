import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../platform/config/root.js';
import { CurriculumContent } from './content.js';

const UNIT = `title: { fr: Usages, en: Uses }\naim: { fr: a, en: a }\noutcomes:\n  - { fr: a, en: a }\n`;

const WORKSHOP = `title: { fr: a, en: a }
minutes: 5
purpose: { fr: a, en: a }
steps:
  - { minutes: 5, text: { fr: a, en: a } }
handOver:
  - { fr: a, en: a }
`;
const selfCheck = (slide: number): string =>
  `questions:\n${['a', 'b', 'c', 'd', 'e'].map((id) => `  - { id: ${id}, kind: one, prompt: { fr: a, en: a }, options: [${OPTIONS}],\n      explanation: { fr: a, en: a }, slide: ${slide} }\n`).join('')}`;
const OPTIONS = '{ id: a, text: { fr: a, en: a }, right: true }, { id: b, text: { fr: b, en: b } }';
const term = (id: string, units: string): string =>
  `  - { id: ${id}, fr: ${id}, en: ${id}, definition: { fr: a, en: a }, units: [${units}] }\n`;

/** A folder of two units, the first with a picture, thrown away afterwards. */
function aFolder() {
  const folder = join(mkdtempSync(join(tmpdir(), 'slides-')), 'slides');
  const write = (file: string, text: string): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('02-second/unit.yaml', UNIT);
  write('02-second/deck.en.md', '# Second\n');
  write('01-first/unit.yaml', UNIT.replace('Usages', 'Premier'));
  write('01-first/deck.fr.md', '# Premier\n');
  write('01-first/images/cafe.png', 'x');
  write('README.md', 'not a unit');
  folders.push(folder);
  return { folder, write, content: new CurriculumContent(folder) };
}

const folders: string[] = [];
const open: CurriculumContent[] = [];
afterEach(() => {
  for (const content of open.splice(0)) content.onModuleDestroy();
  for (const folder of folders.splice(0)) rmSync(join(folder, '..'), { recursive: true, force: true });
});

describe('the content of the course', () => {
  it('has its units in their order', () => {
    const { content } = aFolder();
    expect(content.units().map(({ number, key, title }) => `${number} ${key} ${title.fr}`)).toEqual(['1 first Premier', '2 second Usages']);
    expect(content.unit('third')).toBeNull();
  });

  it('shows a deck in the other language where it is not written in one’s own, and says so', () => {
    const { content } = aFolder();
    expect(content.deck('first', 'fr')).toMatchObject({ lang: 'fr', title: 'Premier' });
    expect(content.deck('first', 'en')).toMatchObject({ lang: 'fr', title: 'Premier' });
    expect(content.deck('third', 'fr')).toBeNull();
  });

  it('says how long a deck is, and goes on saying so while its file shows nothing', () => {
    const { content, write } = aFolder();
    const length = { lang: 'fr', slides: 1, columns: 1 };
    expect([content.deckLength('first', 'en'), content.deckLength('third', 'fr')]).toEqual([length, null]);
    write('01-first/deck.fr.md', '');
    content.read();
    expect([content.deckLength('first', 'en'), content.deck('first', 'en')?.slides.length]).toEqual([length, 1]);
  });

  it('finds pictures that lie there, and nothing else', () => {
    const { folder, content } = aFolder();
    expect(content.picture('first', 'cafe.png')).toBe(join(folder, '01-first/images/cafe.png'));
    expect(['../unit.yaml', 'absent.png', '', '..', 'cafe.png/..'].map((name) => content.picture('first', name))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(content.picture('second', 'cafe.png')).toBeNull();
  });

  it('keeps the last good version of a deck with a mistake, and tells the mistake', () => {
    const { content, write } = aFolder();
    write('01-first/deck.fr.md', '# Nouveau\n\n<script>x</script>\n');
    content.read();
    expect(content.deck('first', 'fr')?.title).toBe('Premier');
    expect(content.problems()).toMatchObject([{ file: 'slides/01-first/deck.fr.md', line: 3 }]);

    write('01-first/deck.fr.md', '# Nouveau\n');
    content.read();
    expect(content.deck('first', 'fr')?.title).toBe('Nouveau');
    expect(content.problems()).toEqual([]);
  });

  it('keeps the last good version of a unit likewise', () => {
    const { content, write } = aFolder();
    write('01-first/unit.yaml', 'title: [\n');
    content.read();
    expect(content.unit('first')?.title.fr).toBe('Premier');
    expect(content.problems()).toHaveLength(1);
  });

  it('keeps the last good version of what a unit holds, and names the file with the mistake', () => {
    const { content, write } = aFolder();
    write('01-first/workshop.yaml', WORKSHOP);
    content.read();
    expect(content.workshop('first')?.minutes).toBe(5);
    expect(content.sourceOf('first', 'workshop.yaml')).toEqual({ file: 'slides/01-first/workshop.yaml', problems: [] });

    write('01-first/workshop.yaml', WORKSHOP.replace('minutes: 5\n', 'minutes: 6\n'));
    content.read();
    expect(content.workshop('first')?.minutes).toBe(5);
    expect(content.problems()).toMatchObject([{ file: 'slides/01-first/workshop.yaml', line: 2 }]);
  });

  it('looks again at a self-check when the deck it points into loses slides', () => {
    const { content, write } = aFolder();
    write('01-first/deck.fr.md', '# Un\n\n---\n\n# Deux\n');
    write('01-first/self-check.yaml', selfCheck(2));
    content.read();
    expect(content.problems()).toEqual([]);

    write('01-first/deck.fr.md', '# Un\n');
    content.read();
    expect(content.problems()).toHaveLength(5);
    expect(content.problems()[0]).toMatchObject({ file: 'slides/01-first/self-check.yaml', line: 3 });
    expect(content.selfCheck('first')?.questions).toHaveLength(5);
  });

  it('has the words of the course, and those of each unit', () => {
    const { folder, content, write } = aFolder();
    write('glossary.yaml', `terms:\n${term('alert', 'first')}${term('tag', 'first, second')}`);
    content.read();
    expect(content.terms().map(({ id }) => id)).toEqual(['alert', 'tag']);
    expect(content.termsOf('second').map(({ id }) => id)).toEqual(['tag']);
    expect(content.problems()).toEqual([]);

    rmSync(join(folder, '02-second'), { recursive: true });
    content.read();
    expect(content.problems()).toMatchObject([{ file: 'slides/glossary.yaml' }]);
  });

  it('shows what it can of a deck that was never good', () => {
    const { content, write } = aFolder();
    write('02-second/deck.fr.md', '# Deuxième\n\n<script>x</script>\n');
    content.read();
    expect(content.deck('second', 'fr')?.title).toBe('Deuxième');
  });

  it('tells of a picture that is taken away', () => {
    const { folder, content, write } = aFolder();
    write('01-first/deck.fr.md', '# Premier\n\n![Un café](images/cafe.png)\n');
    content.read();
    expect(content.problems()).toEqual([]);
    rmSync(join(folder, '01-first/images/cafe.png'));
    content.read();
    expect(content.problems()).toMatchObject([{ line: 3 }]);
  });

  it('keeps the last good version of a deck whose drawing has a mistake, and names the drawing’s file once', () => {
    const { content, write } = aFolder();
    const waves = (text: string): void => write('01-first/images/waves.svg', `<svg viewBox="0 0 9 9">\n<text>${text}</text>\n</svg>\n`);
    write('01-first/deck.fr.md', '# Premier\n\n![De l’eau](images/waves.svg)\n');
    write('01-first/deck.en.md', '# First\n\n![Water](images/waves.svg)\n');
    waves('un');
    content.read();
    const [before, fingerprint] = [content.deck('first', 'fr'), content.fingerprintOf('first')];
    expect(before?.slides[0]?.html).toContain('<text>un</text>');

    waves('<b>deux</b>');
    content.read();
    expect(content.deck('first', 'fr')).toBe(before);
    expect(content.problems()).toMatchObject([{ file: 'slides/01-first/images/waves.svg', line: 2 }]);

    waves('trois');
    content.read();
    expect(content.problems()).toEqual([]);
    for (const lang of ['fr', 'en'] as const) expect(content.deck('first', lang)?.slides[0]?.html).toContain('<text>trois</text>');
    expect(content.deck('first', 'fr')?.hash).not.toBe(before?.hash);
    expect(content.fingerprintOf('first')).not.toBe(fingerprint);
    // By itself it would be a document that may run.
    expect(content.picture('first', 'waves.svg')).toBeNull();
  });

  it('forgets a unit that is removed, and does without a folder', () => {
    const { folder, content } = aFolder();
    rmSync(folder, { recursive: true });
    content.read();
    expect(content.units()).toEqual([]);
  });

  it('notices what is written, renamed over and added while it runs', async () => {
    const { folder, content, write } = aFolder();
    content.onModuleInit();
    open.push(content);
    const changed = () => new Promise<void>((resolve) => content.whenChanged(resolve));

    let change = changed();
    write('01-first/deck.fr.md', '# Écrit\n');
    await change;
    expect(content.deck('first', 'fr')?.title).toBe('Écrit');

    for (const title of ['Un', 'Deux']) {
      change = changed();
      write('01-first/deck.new', `# ${title}\n`);
      renameSync(join(folder, '01-first/deck.new'), join(folder, '01-first/deck.fr.md'));
      await change;
      expect(content.deck('first', 'fr')?.title).toBe(title);
    }

    write('01-first/deck.fr.md', '# Trois\n\n![De l’eau](images/waves.svg)\n');
    change = changed();
    write('01-first/images/waves.svg', '<svg viewBox="0 0 9 9"><text>eau</text></svg>');
    await change;
    expect(content.deck('first', 'fr')?.slides[0]?.html).toContain('<text>eau</text>');

    change = changed();
    cpSync(join(folder, '01-first'), join(folder, '03-third'), { recursive: true });
    await change;
    expect(content.unit('third')?.number).toBe(3);
  });

  it('stands as it was when a file cannot be opened, and goes on noticing', async () => {
    const { folder, content, write } = aFolder();
    content.onModuleInit();
    open.push(content);
    const changed = () => new Promise<void>((resolve) => content.whenChanged(resolve));

    let change = changed();
    // A link to itself: no more to be opened than a file that is not ours.
    symlinkSync('deck.fr.md', join(folder, '02-second/deck.fr.md'));
    await change;
    expect(content.deck('second', 'en')?.title).toBe('Second');

    change = changed();
    rmSync(join(folder, '02-second/deck.fr.md'));
    write('02-second/deck.en.md', '# Again\n');
    await change;
    expect(content.deck('second', 'en')?.title).toBe('Again');
  });
});

describe('the slides of this course', () => {
  it('are read without a problem', () => {
    expect(new CurriculumContent(join(ROOT, 'slides')).problems()).toEqual([]);
  });
});
