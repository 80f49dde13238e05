/** The server or the way to it gave out, or somebody else held a row too long: the same request may well succeed in a moment. */
const PASSING = /^(?:08...|53...|55P03|57014|57P0[1-3]|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** pg says these two without a code. */
const PASSING_WORDS = /^(?:timeout exceeded when trying to connect|Connection terminated)/;
/** Signs no text may hold (NUL), and numbers past every measure: what was sent came from no page of ours. */
const UNSTORABLE = /^(?:22003|22021|22P05)$/;

/** What became of a statement that failed: nothing wrong with it but the moment, or with what it was given. Null for a defect. */
export function failureOf(error: unknown): 'passing' | 'unstorable' | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && UNSTORABLE.test(code)) return 'unstorable';
  if (typeof code === 'string' && PASSING.test(code)) return 'passing';
  return typeof message === 'string' && PASSING_WORDS.test(message) ? 'passing' : null;
}
