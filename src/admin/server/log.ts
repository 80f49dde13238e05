import { processLogsAsJson } from '../../platform/config/mode.js';
import { failureOf } from '../../platform/database/failures.js';
import { logAs } from '../../platform/log/log.js';
import { isForOperators } from './explain.js';

/** Said whatever `LOG_LEVEL` is: who starts a server wants to know where it is, or why it is not. */
const lines = logAs({ LOG_LEVEL: 'info', isJson: true });

/** What the server says of itself: a line of the log where that is JSON, the text as it is elsewhere. */
export function say(text: string, facts: object = {}): void {
  if (processLogsAsJson()) lines.info(facts, text.split('\n', 1)[0]);
  else process.stdout.write(`${text}\n`);
}

export function warn(text: string): void {
  if (processLogsAsJson()) lines.warn(text);
  else console.error(text);
}

export const sayNotKeptUp = (error: unknown): void => warn(`The database could not be started again: ${(error as Error).message}`);

/** The end of a process that cannot go on: why, in a sentence where there is one, and status 1. */
export function giveUp(error: unknown): never {
  const text = isForOperators(error) ? error.message : ((error as Error | undefined)?.stack ?? String(error));
  if (processLogsAsJson()) lines.fatal(text);
  else console.error(text);
  process.exit(1);
}

/** A failure that nobody waits for: the database being away is no reason to end, anything else is a defect of unknown reach. */
export function goOnOrGiveUp(error: unknown): void {
  if (failureOf(error) !== 'passing') giveUp(error);
  warn(`Something failed while the database was away: ${(error as Error).message}`);
}
