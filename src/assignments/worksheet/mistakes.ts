import type { Localised } from '../../kernel/localised.js';

export type Path = readonly (string | number)[];

/** Tells a mistake, at its place in the file. */
export type Say = (path: Path, reason: Localised) => void;

/** The same, of a part of the file: its paths begin there. */
export const under =
  (say: Say, ...part: Path): Say =>
  (path, reason) =>
    say([...part, ...path], reason);
