/** What stands on the server instead of what was to be saved: whose it is, and since when. */
export interface CurrentVersion<Content> {
  readonly version: number;
  readonly content: Content;
  /** Who saved it, in words for the reader. */
  readonly by: string;
  /** By the database’s clock. */
  readonly at: string;
}

/**
 * What a save by version is answered: it names the version that it was made from, and takes effect if that is the newest.
 * `refused` will not get better by trying again.
 */
export type SaveAnswer<Content> =
  | { readonly kind: 'saved'; readonly version: number; readonly at: string }
  | ({ readonly kind: 'conflict' } & CurrentVersion<Content>)
  | { readonly kind: 'refused'; readonly because: string };
