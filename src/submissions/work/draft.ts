/** A file of a draft: stored already, handed in only with the next attempt. */
export interface DraftFile {
  readonly id: string;
  /** The key of the deliverable it answers. */
  readonly deliverable: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** What a team has in hand for one stage. Texts are versioned: a save names the version it was made from. */
export interface Draft {
  /** 0 before the first save. */
  readonly version: number;
  /** By the key of the deliverable. */
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly DraftFile[];
  readonly savedAt: Date | null;
  /** The name of whoever saved last. */
  readonly savedBy: string | null;
}

export const NO_DRAFT: Draft = { version: 0, texts: {}, files: [], savedAt: null, savedBy: null };

/** Files of one draft, over all its deliverables. */
export const MOST_FILES = 10;
const MEGABYTE_BYTES = 1024 * 1024;
/** Of one file, in bytes. */
export const LARGEST_FILE_BYTES = 50 * MEGABYTE_BYTES;
/** Of one text, in characters: a page or two is asked for, and this is a book's chapter. */
export const TEXT_CHARACTERS = 50_000;
