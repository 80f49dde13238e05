import { barredFolder } from './account.js';
import type { Account } from './command.js';

/** Why the embedded PostgreSQL cannot run here, in words for whoever starts the platform: what is wrong, then what to do. */
export class EmbeddedPostgresProblem extends Error {
  override readonly name = 'EmbeddedPostgresProblem';
}

/** A failed command in words. Most often the borrowed account may not enter a folder, which PostgreSQL says only in passing. */
export function explain(what: string, output: string, account: Account | null, paths: readonly string[]): EmbeddedPostgresProblem {
  const barred = account && !account.passage && barredFolder(paths, account);
  if (!barred) return new EmbeddedPostgresProblem(`${what}:\n${output.trim()}`);
  return new EmbeddedPostgresProblem(
    `${what}: PostgreSQL refuses to run as root, so it runs as the account ${account.name}, and that account may not enter ${barred}.\n` +
      `Move Attrait and its DATA_DIR to a folder open to all accounts, such as /opt/attrait; or open this one (chmod o+x ${barred}); ` +
      'or start Attrait as an ordinary user; or point DATABASE_URL at a PostgreSQL that runs elsewhere.',
  );
}
