/**
 * The server or the way to it gave out, takes no writes after another took over, or somebody else held a row too long: the same
 * request may well succeed in a moment.
 */
const PASSING = /^(?:08...|25006|53...|55P03|57014|57P0[1-3]|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** pg says these without a code. */
const PASSING_WORDS =
  /^(?:timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|Client has encountered a connection error)/;
/** Signs no text may hold (NUL), and numbers past every measure: what was sent came from no page of ours. */
const UNSTORABLE = /^(?:22003|22021|22P05)$/;

/** What became of a statement that failed: nothing wrong with it but the moment, or with what it was given. Null for a defect. */
export function failureOf(error: unknown): 'passing' | 'unstorable' | null {
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.some((one) => failureOf(one) === 'passing')) return 'passing';
  if (typeof code === 'string' && UNSTORABLE.test(code)) return 'unstorable';
  if (typeof code === 'string' && PASSING.test(code)) return 'passing';
  return typeof message === 'string' && PASSING_WORDS.test(message) ? 'passing' : null;
}

/** Whether the server did not answer within the client's patience: the connection is of no more use. */
export const isSilence = (error: unknown): boolean => (error as Error | null)?.message === 'Query read timeout';
