import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NothingThere, writeBackup } from '../backup/write-backup.js';
import { type Command, CommandFailed, onlyWord } from './command.js';

export const backup: Command = {
  name: 'backup',
  takes: 'FILE',
  summary: 'Writes all data and files to one archive (.tar.gz), as they are at one instant. The server may run meanwhile.',
  help: [
    'The archive holds personal data and password hashes: keep it as you keep those.',
    'Sessions and the session secret are not in it.',
  ],
  options: {},
  run: async (given, context) => {
    const file = resolve(onlyWord(given, 'The name of the archive'));
    if (existsSync(file)) throw new CommandFailed(`${file} exists already. A backup overwrites nothing.`);
    // As it is: what is backed up before a new version comes must not have been changed by it.
    const { blobs, env } = await context.installation();
    const {
      tables,
      blobs: files,
      writtenAt,
    } = await writeBackup(env.DATABASE_URL, blobs, file).catch((error: unknown) => {
      throw error instanceof NothingThere ? new CommandFailed(error.message) : error;
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const { size } = await stat(file);
    return {
      lines: [`${file}: ${rows} rows of ${tables.length} tables and ${files.length} files, ${size} bytes.`],
      facts: {
        file,
        size,
        writtenAt,
        files: files.length,
        tables: Object.fromEntries(tables.map(({ name, rows: count }) => [name, count])),
      },
    };
  },
};
