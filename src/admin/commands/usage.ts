import type { Command } from './command.js';

const CALL = 'npm run attrait --';

export const usageOf = ({ name, takes, summary, help }: Command): string =>
  [
    `${CALL} ${[name, takes].filter(Boolean).join(' ')}`,
    '',
    summary,
    '',
    ...help.map((line) => `  ${line}`),
    '  --json   answer with facts for a program',
    '  --help   this text',
  ].join('\n');

export function overviewOf(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `${CALL} COMMAND`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `${CALL} COMMAND --help says what a command takes. Settings are those of the server: see .env.example.`,
  ].join('\n');
}
