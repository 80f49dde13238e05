import type { Blobs } from '../../platform/blobs/blobs.js';
import type { Database } from '../../platform/database/database.js';

/** Something that must always be true of an installation, as the architecture says it. */
export interface Fact {
  /** For scripts: `attempts-without-gap`. */
  readonly name: string;
  /** For people. */
  readonly sentence: string;
  look(installation: Installation): Promise<Finding>;
}

/** What a fact is looked for in: the tables as they are, and the files. */
export interface Installation {
  readonly database: Database;
  readonly blobs: Blobs;
}

export interface Finding {
  /** How many things were looked at: a fact about nothing proves nothing. */
  readonly looked: number;
  /** What is wrong, a line each. */
  readonly broken: readonly string[];
}

interface InSql {
  readonly name: string;
  readonly sentence: string;
  /** Answers one number. */
  readonly counted: string;
  /** Answers a text column `what`, a row for each thing that breaks the fact. */
  readonly broken: string;
}

export const inSql = ({ name, sentence, counted, broken }: InSql): Fact => ({
  name,
  sentence,
  look: async ({ database }) => {
    const [count] = await database.query<{ looked: number }>(`SELECT (${counted})::int AS looked`);
    const rows = await database.query<{ what: string }>(`${broken} ORDER BY what`);
    return { looked: count!.looked, broken: rows.map(({ what }) => what) };
  },
});
