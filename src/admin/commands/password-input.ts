import { randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { PASSWORD_LENGTH } from '../../auth/index.js';
import { BadUsage, type Given } from './command.js';

/** Crockford's alphabet: nothing in it is read for something else. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

export const PASSWORD_OPTION = { 'password-stdin': { type: 'boolean' } } as const;
export const PASSWORD_HELP = '--password-stdin   read the password from standard input; without it one is made and shown once';

/** A password is never a word of the command: those are seen by everybody on the machine, and kept by the shell. */
export async function passwordFor({ values }: Given): Promise<{ password: string; isMade: boolean }> {
  if (!values['password-stdin']) return { password: makePassword(), isMade: true };
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const { min, max } = PASSWORD_LENGTH;
  if (password.length < min || password.length > max)
    throw new BadUsage(`The password on standard input must have ${min} to ${max} characters.`);
  return { password, isMade: false };
}

/** Five groups of four: 100 bits, and short enough to be read out. */
function makePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
