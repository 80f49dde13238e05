import { BoundedCache } from './bounded-cache.js';

/** A cache of words in capitals, and what it had to make. */
function capitals(most?: number) {
  const [cache, made] = [new BoundedCache<string>((word) => word.length, most), [] as string[]];
  const read = (word: string): string =>
    cache.of(word, () => {
      made.push(word);
      return word.toUpperCase();
    });
  return { read, made };
}

it('makes a value once', () => {
  const { read, made } = capitals();

  expect([read('one'), read('two'), read('one')]).toEqual(['ONE', 'TWO', 'ONE']);
  expect(made).toEqual(['one', 'two']);
});

it('lets go of what was not asked for the longest once it is full', () => {
  const { read, made } = capitals(14);

  for (const word of ['one', 'two', 'one', 'six', 'one', 'two']) read(word);

  expect(made).toEqual(['one', 'two', 'six', 'two']);
});

it('makes what is too long for it each time', () => {
  const { read, made } = capitals(5);

  expect([read('three'), read('three')]).toEqual(['THREE', 'THREE']);
  expect(made).toEqual(['three', 'three']);
});
