/** Two locations of two lists that belong together, or one that has none in the other. */
export type Pair<T> = readonly [T, T] | readonly [T, null] | readonly [null, T];

/** What it costs to leave one alone: less than two that are different through and through, more than a few differences. */
const ALONE = 4;

/** Puts two lists side by side, in their order, so that what differs is least: a slide that is missing shifts no other. */
export function aligned<T>(one: readonly T[], other: readonly T[], cost: (a: T, b: T) => number): Pair<T>[] {
  const costs = table(one, other, cost);
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [a, b] = [one[i], other[j]];
    if (a !== undefined && b !== undefined && at(costs, i, j) === at(costs, i + 1, j + 1) + cost(a, b)) {
      pairs.push([a, b]);
      [i, j] = [i + 1, j + 1];
    } else if (a !== undefined && at(costs, i, j) === at(costs, i + 1, j) + ALONE) {
      pairs.push([a, null]);
      i += 1;
    } else {
      pairs.push([null, b as T]);
      j += 1;
    }
  }
  return pairs;
}

/** The least cost of what is left of both lists from each pair of locations on. */
function table<T>(one: readonly T[], other: readonly T[], cost: (a: T, b: T) => number): number[][] {
  const costs = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length; i >= 0; i -= 1)
    for (let j = other.length; j >= 0; j -= 1) {
      const [a, b] = [one[i], other[j]];
      const ways = [
        ...(a !== undefined && b !== undefined ? [at(costs, i + 1, j + 1) + cost(a, b)] : []),
        ...(a !== undefined ? [at(costs, i + 1, j) + ALONE] : []),
        ...(b !== undefined ? [at(costs, i, j + 1) + ALONE] : []),
      ];
      if (ways.length > 0) costs[i]![j] = Math.min(...ways);
    }
  return costs;
}

const at = (costs: readonly (readonly number[])[], i: number, j: number): number => costs[i]?.[j] ?? 0;
