import { isProduction } from '../../platform/config/mode.js';
import { jsonLine } from '../../platform/log/log.js';
import { failureOf } from '../../platform/database/failures.js';
import { isForOperators } from './explain.js';

/** What the server says of itself: a JSON line in production, the text as it is elsewhere. */
export function say(text: string, facts: object = {}): void {
  process.stdout.write(isProduction() ? jsonLine('info', text.split('\n', 1)[0]!, facts) : `${text}\n`);
}

export function warn(text: string): void {
  if (isProduction()) process.stdout.write(jsonLine('warn', text));
  else console.error(text);
}

/** The end of a process that cannot go on: why, in a sentence where there is one, and status 1. */
export function giveUp(error: unknown): never {
  const text = isForOperators(error) ? error.message : ((error as Error | undefined)?.stack ?? String(error));
  if (isProduction()) process.stdout.write(jsonLine('fatal', text));
  else console.error(text);
  process.exit(1);
}

/** A failure that nobody waits for: the database being away is no reason to end, anything else is a defect of unknown reach. */
export function goOnOrGiveUp(error: unknown): void {
  if (failureOf(error) !== 'passing') giveUp(error);
  warn(`Something failed while the database was away: ${(error as Error).message}`);
}
