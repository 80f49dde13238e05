import { migrations } from '../../../migrations/index.js';
import type { Fact, Installation } from './fact.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How each table calls a file of its own. */
const CALLED = {
  submission_file: `name || ' (' || id || ')'`,
  draft_file: `name || ' (' || id || ')'`,
  deck_pdf: `unit_key || '.' || language || '.pdf'`,
} as const;

/** Reads every file that these rows name, to its end. */
const filesOf = (table: keyof typeof CALLED, name: string, sentence: string): Fact => ({
  name,
  sentence,
  look: async ({ database, blobs }) => {
    const rows = await database.query<{ sha256: string; size: number; uses: string }>(
      `SELECT b.sha256, b.size::float8 AS size, string_agg(${CALLED[table]}, ', ' ORDER BY ${CALLED[table]}) AS uses
       FROM ${table} JOIN blob b USING (sha256) GROUP BY b.sha256, b.size ORDER BY b.sha256`,
    );
    const broken: string[] = [];
    for (const row of rows) {
      const flaw = flawOf(await blobs.inspect(row.sha256), row);
      if (flaw) broken.push(`${row.uses}: ${flaw} (${row.sha256})`);
    }
    return { looked: rows.length, broken };
  },
});

function flawOf(found: { sha256: string; size: number } | null, row: { sha256: string; size: number }): string | null {
  if (!found) return 'the file is missing';
  if (found.sha256 !== row.sha256) return 'the file has other content than was handed in';
  return found.size === row.size ? null : `the file has ${found.size} bytes, and ${row.size} were noted`;
}

export const fileFacts: readonly Fact[] = [
  filesOf('submission_file', 'handed-in-files', 'Every file that was handed in is there, byte for byte.'),
  filesOf('draft_file', 'draft-files', 'Every file of a draft is there, byte for byte.'),
  filesOf('deck_pdf', 'deck-files', 'Every PDF that was made of a deck is there, byte for byte.'),
  {
    name: 'no-abandoned-uploads',
    sentence: 'No upload was left half-way for more than a day.',
    look: async ({ blobs }) => {
      const broken = await blobs.listAbandoned(new Date(Date.now() - DAY_MS));
      return { looked: broken.length, broken };
    },
  },
];

/** Looked at first: the other facts are only true or false of tables this program knows. */
export const migrationsFact: Fact = {
  name: 'migrations-known',
  sentence: 'The database has exactly the migrations of this program.',
  look: async ({ database }) => {
    const held = await namesHeld(database);
    const known = migrations.map(({ name }) => name);
    const missing = known.filter((name) => !held.includes(name)).map((name) => `${name} is missing: run “npm run attrait -- migrate”`);
    const unknown = held
      .filter((name) => !known.includes(name))
      .map((name) => `${name} is not known to this program: the database is newer`);
    return { looked: held.length, broken: [...missing, ...unknown] };
  },
};

async function namesHeld(database: Installation['database']): Promise<string[]> {
  const [table] = await database.query<{ there: boolean }>(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
  if (!table!.there) return [];
  return (await database.query<{ name: string }>('SELECT name FROM migrations ORDER BY id')).map(({ name }) => name);
}
