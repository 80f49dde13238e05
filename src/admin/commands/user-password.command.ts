import { Accounts } from '../accounts.service.js';
import { type Command, onlyWord } from './command.js';
import { PASSWORD_HELP, PASSWORD_OPTION, passwordFor } from './password-input.js';
import { emailOf } from './user-add.command.js';

export const userPassword: Command = {
  name: 'user password',
  takes: 'EMAIL',
  summary: 'Gives an account another password, and signs it out everywhere.',
  help: [PASSWORD_HELP],
  options: PASSWORD_OPTION,
  run: async (given, context) => {
    const email = emailOf(onlyWord(given, 'The email address'));
    const { password, isMade } = await passwordFor(given);
    await (await context.application()).get(Accounts).setPassword(email, password);
    const lines = [
      `The password of ${email} is changed; it is signed out everywhere.`,
      ...(isMade ? [`The new one, shown only now: ${password}`] : []),
    ];
    return { lines, facts: { email, ...(isMade && { password }) } };
  },
};
