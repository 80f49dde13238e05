/** A slide as one walks past it: where reveal.js has it, and how many steps it reveals. */
export interface Stop {
  readonly h: number;
  readonly v: number;
  readonly fragments: number;
}
/** Where one stands: `f` is the last revealed step, -1 before the first. */
export interface Position {
  readonly indexh: number;
  readonly indexv: number;
  readonly f: number;
}
export type Move = 'next' | 'previous' | 'first' | 'last';

/** The number, from 0, of the slide one stands on; a index the deck does not have is its beginning. */
export function slideIndexOf(stops: readonly Stop[], { indexh, indexv }: Position): number {
  return Math.max(
    stops.findIndex(({ h, v }) => h === indexh && v === indexv),
    0,
  );
}

/** Where a move leads: step by step as reveal.js goes, into a slide's end when one comes back to it. */
export function moved(stops: readonly Stop[], from: Position, move: Move): Position {
  const index = slideIndexOf(stops, from);
  const steps = stops[index]?.fragments ?? 0;
  const f = Math.min(from.f, steps - 1);
  const here = { indexh: stops[index]?.h ?? 0, indexv: stops[index]?.v ?? 0 };
  if (move === 'next' && f < steps - 1) return { ...here, f: f + 1 };
  if (move === 'previous' && f >= 0) return { ...here, f: f - 1 };
  const target = { next: index + 1, previous: index - 1, first: 0, last: stops.length - 1 }[move];
  const stop = stops[target];
  if (!stop) return { ...here, f };
  return { indexh: stop.h, indexv: stop.v, f: move === 'previous' ? stop.fragments - 1 : -1 };
}

/**
 * The step at which each fragment comes, in the order of the slide: those with an index first, equal ones together, then the
 * others one by one, as reveal.js sorts them.
 */
export function stepsOf(indices: readonly (number | null)[]): number[] {
  const given = [...new Set(indices.filter((index) => index !== null))].sort((a, b) => a - b);
  let next = given.length;
  return indices.map((index) => (index === null ? next++ : given.indexOf(index)));
}
