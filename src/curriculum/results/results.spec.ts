import { hardestFirst, openedOrNot, shareOf } from './results.js';
import type { StudentStudy } from './results.queries.js';

const question = (id: string) => ({ id, prompt: { fr: `${id} ?`, en: `${id}?` } });
const count = (id: string, people: number, firstRight: number, everRight = firstRight) => ({ question: id, people, firstRight, everRight });
const QUESTIONS = ['a', 'b', 'c', 'd', 'e'].map(question);
const order = (...counts: ReturnType<typeof count>[]) =>
  hardestFirst(QUESTIONS, counts)
    .map(({ id }) => id)
    .join('');

describe('the questions of a self-check', () => {
  it.each([
    ['in their order, where nobody answered', [], 'abcde'],
    ['the one fewest found at first', [count('a', 4, 4), count('b', 4, 1), count('c', 4, 3), count('d', 4, 2), count('e', 4, 4)], 'bdcae'],
    ['by shares, where some were asked less', [count('a', 10, 5), count('b', 2, 0), count('c', 2, 2)], 'bacde'],
    ['of equals, the one that stays hard', [count('a', 4, 1, 4), count('b', 4, 1, 2)], 'bacde'],
    ['answered ones before others', [count('e', 4, 4)], 'eabcd'],
  ])('come hardest first: %s', (_, counts, expected) => expect(order(...counts)).toBe(expected));

  it('are those that are asked now, with their number in the self-check', () => {
    const [first] = hardestFirst(QUESTIONS, [count('gone', 9, 0), count('c', 3, 1, 2)]);
    expect(first).toEqual({ ...question('c'), number: 3, people: 3, firstRight: 1, everRight: 2 });
  });

  it('have shares in whole percents, and none of nobody', () => {
    expect([shareOf(1, 3), shareOf(2, 3), shareOf(3, 3), shareOf(0, 0)]).toEqual([33, 67, 100, 0]);
  });
});

it('tells who opened a unit and who did not, each by name', () => {
  const one = (sortName: string, openedAt: Date | null): StudentStudy => ({
    name: sortName,
    sortName,
    openedAt,
    section: '01',
    slide: null,
    finishedAt: null,
    tries: 0,
  });
  const { opened, ahead } = openedOrNot([one('Zhao', new Date()), one('Émond', null), one('Dubé', null), one('Éthier', new Date())]);
  expect([opened, ahead].map((list) => list.map(({ name }) => name))).toEqual([
    ['Éthier', 'Zhao'],
    ['Dubé', 'Émond'],
  ]);
});
