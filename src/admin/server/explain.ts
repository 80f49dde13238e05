import { CannotStart } from '../../platform/config/cannot-start.js';
import { EmbeddedPostgresProblem } from '../../platform/postgres/problem.js';

const SILENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'EAI_AGAIN']);
/** PostgreSQL's own codes: a wrong user or password, and a database that is not there. */
const REFUSES = new Set(['28P01', '28000', '3D000']);

/** Whether a failure's message is a sentence for whoever runs the program, and its stack of no use to them. */
export const isForOperators = (error: unknown): error is Error => error instanceof CannotStart || error instanceof EmbeddedPostgresProblem;

/** A failure to open the database, in words where it is one of those that happen to people. */
export function explainDatabase(error: unknown): unknown {
  if (isForOperators(error)) return error;
  const { code = '', message } = error as Error & { code?: string };
  if (SILENT.has(code))
    return new CannotStart(`The database that DATABASE_URL names does not answer (${code}). Start it, or correct DATABASE_URL.`);
  if (REFUSES.has(code)) return new CannotStart(`The database that DATABASE_URL names refuses: ${message}. Correct DATABASE_URL.`);
  return error;
}

/** A failure to listen, in words. */
export function explainListening(error: unknown, { host, port }: { host: string; port: number }): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new CannotStart(`Port ${port} of ${host} is taken by another program. Stop that one, or set PORT to another.`);
    case 'EACCES':
      return new CannotStart(`Port ${port} may not be opened by this account. Set PORT to 1024 or more, and put a proxy in front.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(
        `HOST is ${host}, which is no address of this machine. Set HOST to one that is, such as 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return error;
  }
}
