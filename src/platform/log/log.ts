import { ConsoleLogger, type LoggerService, type LogLevel } from '@nestjs/common';
import type { Env } from '../config/env.js';

/** What the framework says of its own start counts as `debug`: at `info` the log holds what an operator acts on. */
const SHOWN: Record<Env['LOG_LEVEL'], LogLevel[]> = {
  silent: [],
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
};

/** Where the application writes what went wrong: JSON lines on standard output in production, lines for eyes elsewhere. */
export function loggerOf({ NODE_ENV, LOG_LEVEL }: Env): LoggerService | false {
  if (LOG_LEVEL === 'silent') return false;
  return NODE_ENV === 'production' ? new JsonLines(SHOWN[LOG_LEVEL]) : new ConsoleLogger({ logLevels: SHOWN[LOG_LEVEL] });
}

/** One line of the log. Anything in a message, line breaks too, stays inside its JSON string. */
export const jsonLine = (level: string, message: string, facts: object = {}): string =>
  `${JSON.stringify({ level, time: new Date().toISOString(), message, ...facts })}\n`;

class JsonLines implements LoggerService {
  constructor(private readonly levels: readonly LogLevel[]) {}

  log = (message: unknown, ...rest: unknown[]): void => this.write('log', message, rest);
  debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  fatal = (message: unknown, ...rest: unknown[]): void => this.write('fatal', message, rest);

  /** The framework puts the name of who speaks last, and a stack before it. */
  private write(level: LogLevel, message: unknown, rest: unknown[]): void {
    if (!this.levels.includes(level)) return;
    const [context, stack] = [rest.at(-1), rest.length > 1 ? rest[0] : undefined];
    process.stdout.write(
      jsonLine(level === 'log' ? 'info' : level, message instanceof Error ? (message.stack ?? message.message) : String(message), {
        context,
        stack,
      }),
    );
  }
}
