import { passagesOf, type Piece } from './passage.js';

const shown = (pieces: readonly Piece[]): string => pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

describe('the passage of a result', () => {
  it('tells apart what was looked for, in the title and after it', () => {
    const { title, passage } = passagesOf('L’analyse, évaluée', 'Une grille : l’analyse des œuvres.', [2, 7, 9]);
    expect(shown(title)).toBe('L’[analyse], évaluée');
    expect(shown(passage)).toBe('Une grille : l’[analyse] des [œuvres].');
  });

  it('begins where most of it stands, a few words before', () => {
    const body = Array.from({ length: 200 }, (_, position) => `mot${position + 1}`).join(' ');
    const { passage } = passagesOf('', body, [20, 101, 105]);
    expect(shown(passage)).toMatch(/^… mot93 mot94 .* mot100 \[mot101\] mot102 mot103 mot104 \[mot105\] .* mot126 …$/);
  });

  it('is the beginning of a text whose title alone was found', () => {
    const body = Array.from({ length: 60 }, (_, position) => `mot${position + 1}`).join(' ');
    expect(shown(passagesOf('Titre', body, [1]).passage)).toMatch(/^mot1 .* mot34 …$/);
  });

  it('leaves a short text whole, signs and all', () => {
    expect(shown(passagesOf('T', '« Bref ! »', []).passage)).toBe('« Bref ! »');
    expect(passagesOf('T', '', [1]).passage).toEqual([]);
  });

  it('keeps markup as the letters it is', () => {
    expect(shown(passagesOf('', '<img src=x onerror=alert(1)>', [1]).passage)).toBe('<[img] src=x onerror=alert(1)>');
  });

  it('does not mind positions that are not there', () => {
    expect(shown(passagesOf('Un', 'deux', [0, -3, 99]).passage)).toBe('deux');
  });
});
