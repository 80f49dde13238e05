/** Where a deck stands: column, row, last revealed step (-1: none), black screen, overview. */
export interface DeckState {
  readonly indexh: number;
  readonly indexv: number;
  readonly f: number;
  readonly paused: boolean;
  readonly overview: boolean;
}

/**
 * What the presenter’s page and the decks of one browser tell one another. Every deck follows the presenter, none another
 * deck; and only the projected one leads the presenter, so that whoever looks ahead in a tab of their own moves nobody.
 * `hello` asks where the other side stands.
 */
export type DeckMessage = ({ readonly kind: 'state'; readonly from: Side } & DeckState) | { readonly kind: 'hello'; readonly from: Side };
export type Side = 'deck' | 'projection' | 'presenter';
const SIDES: readonly unknown[] = ['deck', 'projection', 'presenter'] satisfies Side[];

export const channelOf = (lang: string, unit: string): string => `attrait-deck:${lang}/${unit}`;
/** The window that is projected: each link to it opens the same one. */
export const PROJECTION = 'attrait-projection';

/** A message as it came, or `null`: another version of a page may be open in another tab. */
export function messageFrom(data: unknown): DeckMessage | null {
  const { kind, from, indexh, indexv, f, paused, overview } = (data ?? {}) as Partial<{ kind: string; from: Side } & DeckState>;
  if (!from || !SIDES.includes(from)) return null;
  if (kind === 'hello') return { kind, from };
  if (kind !== 'state' || ![indexh, indexv, f].every(Number.isInteger) || typeof paused !== 'boolean' || typeof overview !== 'boolean')
    return null;
  return { kind, from, indexh: indexh as number, indexv: indexv as number, f: f as number, paused, overview };
}

export const sameState = (a: DeckState, b: DeckState): boolean =>
  a.indexh === b.indexh && a.indexv === b.indexv && a.f === b.f && a.paused === b.paused && a.overview === b.overview;
