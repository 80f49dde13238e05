import { migrate } from '../../platform/database/migrate.js';
import { type Command, noWords } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  summary: 'Brings the database to this program’s schema. The server does the same when it starts.',
  help: [],
  options: {},
  run: async (given, context) => {
    noWords(given);
    const done = await migrate((await context.reach()).DATABASE_URL);
    return { lines: done.length > 0 ? done.map((name) => `Done: ${name}`) : ['The database is up to date.'], facts: { done } };
  },
};
