import { LRUCache } from 'lru-cache';

/** How many characters a cache keeps at most, keys and values together. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Values kept by the content they were made of: the key holds all that a value depends on, so one that changed is made anew and
 * nothing has to be thrown away in time. What was not asked for the longest goes first. `lengthOf` counts a value's characters.
 */
export class BoundedCache<V extends object | string> {
  private readonly kept: LRUCache<string, V>;

  constructor(lengthOf: (value: V) => number, most = MOST_CHARACTERS) {
    this.kept = new LRUCache({ maxSize: most, sizeCalculation: (value, key) => 1 + key.length + lengthOf(value) });
  }

  /** A value too long for the cache is made each time. */
  of(key: string, make: () => V): V {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.kept.set(key, value);
    return value;
  }
}
