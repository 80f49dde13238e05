import { answerTo, isRight, judged, unanswered } from './judging.js';
import type { Question } from './self-check-file.js';

const text = { fr: 'x', en: 'x' };
const question = (id: string, kind: Question['kind'], right: string): Question => ({
  id,
  kind,
  prompt: text,
  explanation: text,
  slide: 1,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text, right: right.includes(option) })),
});
const one = question('one', 'one', 'b');
const several = question('constructor', 'several', 'ac');

it.each([
  [one, 'b', true],
  [one, 'a', false],
  [several, 'ac', true],
  [several, 'ca', true],
  [several, 'a', false],
  [several, 'abc', false],
  [several, 'b', false],
])('%#: what was chosen is right or not', (asked, chosen, right) => {
  expect(isRight(asked, [...chosen])).toBe(right);
});

it.each([
  ['an option of the question', one, ['b'], ['b']],
  ['two where one is asked for', one, ['a', 'b'], []],
  ['the same one twice', one, ['b', 'b'], ['b']],
  ['several, in the order they are shown', several, ['c', 'a'], ['a', 'c']],
  ['an option it has not', several, ['d', 'toString'], []],
  ['nothing', several, [], []],
])('an answer is what the question has: %s', (_, asked, chosen, answer) => {
  expect(answerTo(asked, chosen)).toEqual(answer);
});

it('a try is finished when every question has an answer', () => {
  expect(unanswered([one, several], new Map([['one', ['b']]])).map(({ id }) => id)).toEqual(['constructor']);
  expect(unanswered([one, several], new Map(Object.entries({ one: ['b'], constructor: ['a'] })))).toEqual([]);
});

it('a finished try is kept with what was asked, answered and right', () => {
  const answers = new Map(Object.entries({ one: ['b'], constructor: ['a'], another: ['a'] }));
  expect(judged([one, several], answers)).toEqual({
    asked: ['one', 'constructor'],
    answers: { one: ['b'], constructor: ['a'] },
    rightOnes: ['one'],
  });
});
