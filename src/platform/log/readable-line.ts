/** A line of the log as it is written. */
interface LogLine {
  readonly level: string;
  readonly time: string;
  readonly message?: string;
  readonly context?: string;
  readonly stack?: string;
  readonly err?: { readonly message: string; readonly stack?: string };
}

/** A JSON line of the log for eyes: when, how grave, who says what, the facts beside it, and the stack below. */
export function readableLine(json: string): string {
  const { level, time, message = '', context, stack, err, ...facts } = JSON.parse(json) as LogLine;
  const beside = Object.entries(facts).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const said = [time, level.toUpperCase(), context && `[${context}]`, message, ...beside].filter(Boolean).join(' ');
  return `${[said, stack ?? err?.stack].filter(Boolean).join('\n')}\n`;
}
