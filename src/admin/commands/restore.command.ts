import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadArchive } from '../backup/bad-archive.js';
import { NotEmpty, restoreBackup } from '../backup/restore-backup.js';
import { examine } from '../doctor/examine.js';
import { type Command, CommandFailed, onlyWord } from './command.js';

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  summary: 'Puts a backup into an empty database, every file checked by its hash, then looks it over as “doctor” does.',
  help: ['Start the server with DEMO=off before, or not at all: the database must be empty.'],
  options: {},
  run: async (given, context) => {
    const file = resolve(onlyWord(given, 'The name of the archive'));
    if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
    const { database, blobs, env } = await context.migrated();
    const { tables, blobs: files, writtenAt } = await restoreBackup(env.DATABASE_URL, blobs, file).catch(explain);
    const broken: string[] = [];
    for await (const diagnosis of examine({ database, blobs })) if (diagnosis.broken.length > 0) broken.push(diagnosis.name);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const verdict = broken.length === 0 ? 'All is well.' : `Restored as it was, and broken: ${broken.join(', ')}. Run “doctor”.`;
    return {
      lines: [`${rows} rows of ${tables.length} tables and ${files.length} files are back, as they were at ${writtenAt}.`, verdict],
      facts: { writtenAt, files: files.length, tables: Object.fromEntries(tables.map(({ name, rows: count }) => [name, count])), broken },
      failed: broken.length > 0,
    };
  },
};

function explain(error: unknown): never {
  if (error instanceof BadArchive || error instanceof NotEmpty) throw new CommandFailed(error.message);
  if (/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw new CommandFailed('This is no backup of Attrait, or it is damaged.');
  throw error;
}
