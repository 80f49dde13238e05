import { moved, slideIndexOf, stepsOf, type Stop } from './walk.shared.js';

/** Two slides, the first of three steps, then a stack of two, then one. */
const STOPS: readonly Stop[] = [
  { h: 0, v: 0, fragments: 3 },
  { h: 1, v: 0, fragments: 0 },
  { h: 1, v: 1, fragments: 1 },
  { h: 2, v: 0, fragments: 0 },
];
const at = (indexh: number, indexv: number, f = -1) => ({ indexh, indexv, f });

describe('walking through a deck', () => {
  it.each([
    ['next', at(0, 0), at(0, 0, 0)],
    ['next', at(0, 0, 1), at(0, 0, 2)],
    ['next', at(0, 0, 2), at(1, 0)],
    ['next', at(1, 0), at(1, 1)],
    ['next', at(1, 1, 0), at(2, 0)],
    ['next', at(2, 0), at(2, 0)],
    ['previous', at(2, 0), at(1, 1, 0)],
    ['previous', at(1, 1, 0), at(1, 1)],
    ['previous', at(1, 1), at(1, 0)],
    ['previous', at(1, 0), at(0, 0, 2)],
    ['previous', at(0, 0), at(0, 0)],
    ['first', at(1, 1, 0), at(0, 0)],
    ['last', at(0, 0), at(2, 0)],
    ['next', at(7, 7), at(0, 0, 0)],
    ['next', at(0, 0, 99), at(1, 0)],
  ] as const)('%s of %j is %j', (move, from, to) => {
    expect(moved(STOPS, from, move)).toEqual(to);
  });

  it('counts slides as they come', () => {
    expect([at(0, 0), at(1, 1), at(2, 0), at(9, 9)].map((position) => slideIndexOf(STOPS, position))).toEqual([0, 2, 3, 0]);
  });

  it('passes every step once there and once back', () => {
    const forth = [at(0, 0)];
    for (let step = 0; step < 20; step++) forth.push(moved(STOPS, forth.at(-1) ?? at(0, 0), 'next'));
    const distinct = [...new Set(forth.map((position) => JSON.stringify(position)))];
    expect(distinct).toHaveLength(8);
  });
});

describe('the steps of a slide', () => {
  it.each([
    [
      [null, null],
      [0, 1],
    ],
    [
      [2, 1, 1],
      [1, 0, 0],
    ],
    [
      [null, 5, null, 5],
      [1, 0, 2, 0],
    ],
    [[], []],
  ])('%j come as %j', (indices, steps) => {
    expect(stepsOf(indices)).toEqual(steps);
  });
});
