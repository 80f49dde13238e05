import type { Rubric } from '../../assignments/index.js';
import { rubricHash } from './rubric-hash.js';

const rubric: Rubric = {
  title: { fr: 'Grille « finale »', en: 'Rubric' },
  criteria: [{ points: 2.5, key: 'b', stage: 'a', title: { en: 'Q', fr: 'Q' }, levels: [] }],
  gate: { levels: [], key: 'g', title: { en: '\u2028', fr: 'é"\\' } },
};

describe('the hash of a rubric', () => {
  it('is the one under which rubrics were kept from the first day on', () => {
    expect(rubricHash(rubric)).toBe('b5b7aa4d892a583acbcb17205e0020c6406ce4171c58d67fc967133d75830980');
  });

  it('does not ask in what order a file lists its keys', () => {
    const { gate, criteria, title } = rubric;
    const turned = { gate: { title: { fr: gate.title.fr, en: gate.title.en }, key: gate.key, levels: [] }, title, criteria };

    expect(rubricHash(turned)).toBe(rubricHash(rubric));
    expect(rubricHash({ ...rubric, title: { ...title, en: 'Rubrics' } })).not.toBe(rubricHash(rubric));
  });
});
