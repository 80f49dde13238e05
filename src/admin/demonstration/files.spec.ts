import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindOf } from '../../platform/blobs/file-kind.js';
import { codingCsv, kappaOf, kappaText, percentText, postsIn } from './double-coding.js';
import { GRIDS } from './grids.js';
import { smallPdf } from './small-pdf.js';

describe('a small PDF', () => {
  const pdf = smallPdf(
    'Proposition, l’équipe (Boussole)',
    Array.from({ length: 30 }, (_, index) => `Paragraphe ${index} : « cœur » – ${'mot '.repeat(40)}`),
  );
  const text = pdf.toString('latin1');

  it('is taken for what it is', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'attrait-pdf-')), 'proposition.pdf');
    writeFileSync(path, pdf);

    expect(await kindOf('proposition.pdf', path)).toBe('application/pdf');
  });

  it('has a table that says where each object begins, and pages enough for its text', () => {
    const [, table] = /xref\n0 \d+\n0000000000 65535 f \n((?:\d{10} 00000 n \n)+)/.exec(text)!;
    const starts = table!
      .trim()
      .split('\n')
      .map((line) => Number(line.slice(0, 10)));

    expect(starts.map((start, index) => text.startsWith(`${index + 1} 0 obj\n`, start))).toEqual(starts.map(() => true));
    expect(text.startsWith('xref', Number(/startxref\n(\d+)/.exec(text)![1]))).toBe(true);
    expect(Number(/\/Count (\d+)/.exec(text)![1])).toBe(text.match(/\/Type \/Page /g)!.length);
    expect(text.match(/\/Type \/Page /g)!.length).toBeGreaterThan(2);
  });

  it('says how long each of its streams is', () => {
    const streams = [...text.matchAll(/<< \/Length (\d+) >>\nstream\n([^]*?)\nendstream/g)];

    expect(streams.map(([, length]) => Number(length))).toEqual(streams.map(([, , stream]) => stream!.length));
  });

  it('writes accents, ligatures and quotes in the alphabet it names, and no parenthesis that would end its text', () => {
    expect(text).toContain('l\u0092équipe \\(Boussole\\)');
    expect(text).toContain('«\u00a0'.replace('\u00a0', ' ') + 'c\u009cur');
  });
});

describe('double coding', () => {
  const table = { both: 20, first: 5, second: 10, neither: 15, names: ['a', 'b'] as const };

  it('comes to the agreement and the kappa of the textbooks', () => {
    expect(percentText(table, 'fr')).toBe('70\u00a0%');
    expect(kappaOf(table)).toBeCloseTo(0.4, 10);
    expect(kappaText(table, 'fr')).toBe('0,4');
  });

  it.each(Object.entries(GRIDS))('has in the file of %s what its text says', (_, { coding }) => {
    const [, ...lines] = codingCsv(coding).trim().split('\r\n');
    const pairs = lines.map((line) => line.split(',').slice(1));
    const [one] = coding.names;

    expect(new Set(lines).size).toBe(postsIn(coding));
    expect(pairs.filter(([first, second]) => first === one && second === one)).toHaveLength(coding.both);
    expect(pairs.filter(([first, second]) => first === one && second !== one)).toHaveLength(coding.first);
    expect(pairs.filter(([first, second]) => first !== one && second === one)).toHaveLength(coding.second);
  });
});
