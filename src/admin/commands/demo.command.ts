import { DEMONSTRATION_PASSWORD } from '../../auth/index.js';
import { PeopleService } from '../../people/index.js';
import { DemonstrationLoader } from '../demonstration/loader.js';
import { type Command, CommandFailed, noWords } from './command.js';

export const demo: Command = {
  name: 'demo',
  takes: '',
  summary: 'Loads the demonstration class into an empty database.',
  help: [],
  options: {},
  run: async (given, context) => {
    noWords(given);
    const app = await context.application();
    const people = app.get(PeopleService);
    if (await people.isDemonstration()) return { lines: ['The demonstration class is there already.'], facts: { loaded: false } };
    // Its accounts have a password that everybody knows: they never stand beside real ones.
    if (await people.hasAnybody())
      throw new CommandFailed('The database is not empty. The demonstration is only loaded into an empty one.');
    await app.get(DemonstrationLoader).load();
    const accounts = (await people.listDemonstrationAccounts()).map(({ email, role }) => ({ email, role }));
    const lines = [
      `The demonstration class is loaded: ${accounts.length} accounts, each with the password ${DEMONSTRATION_PASSWORD}.`,
      'A server that runs already says so on its pages from its next start on.',
    ];
    return { lines, facts: { loaded: true, password: DEMONSTRATION_PASSWORD, accounts } };
  },
};
