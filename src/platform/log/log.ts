import type { LoggerService } from '@nestjs/common';
import { type Level, type Logger, pino } from 'pino';
import type { Env } from '../config/env.js';
import { logsAsJson } from '../config/mode.js';
import { readableLine } from './readable-line.js';

type Form = Pick<Env, 'LOG_LEVEL'> & { readonly isJson: boolean };

/** Of an error, what broke and where: what a driver hangs on it, as PostgreSQL the values of a row, may name somebody. */
const err = (error: unknown): object =>
  error instanceof Error
    ? { type: error.name, message: error.message, stack: error.stack, code: (error as { code?: unknown }).code }
    : { message: String(error) };
/** Never an address: it may hold a private token, or what somebody looked for. */
const req = ({ method, routeOptions }: { method?: string; routeOptions?: { url?: string } }): object => ({
  method,
  route: routeOptions?.url,
});
const res = ({ statusCode }: { statusCode?: number }): object => ({ statusCode });

/** Lines of one log, on standard output. Anything in a message, line breaks too, stays inside its JSON string. */
export const logAs = ({ LOG_LEVEL, isJson }: Form): Logger =>
  pino(
    {
      level: LOG_LEVEL,
      messageKey: 'message',
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      serializers: { err, req, res },
    },
    { write: (line: string) => void process.stdout.write(isJson ? line : readableLine(line)) },
  );

/** The log of an application: its own lines, the framework’s and those of what answers requests. */
export const logOf = (env: Env): Logger => logAs({ LOG_LEVEL: env.LOG_LEVEL, isJson: logsAsJson(env) });

/** What the framework says of its own start counts as `debug`: at `info` the log holds what an operator acts on. */
const quieter = (level: string): string => (level === 'info' ? 'warn' : level);

/** For what answers requests: each of their lines has the id of its request. */
export const requestLog = (log: Logger): Logger => log.child({ context: 'Http' }, { level: quieter(log.level) });

/** The same log for Nest, whose own loggers write to it. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  fatal = (message: unknown, ...rest: unknown[]): void => this.write('fatal', message, rest);

  /** The framework puts the name of who speaks last, and a stack before it. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const [context, stack] = [rest.at(-1), rest.length > 1 ? rest[0] : undefined];
    if (message instanceof Error) this.lines[level]({ context, err: message }, message.message);
    else this.lines[level]({ context, stack }, String(message));
  }
}
