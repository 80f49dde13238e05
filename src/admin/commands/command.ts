import type { ParseArgsConfig } from 'node:util';
import type { CommandContext } from './command-context.js';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed after the command's name, read by its `options`. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
}

/** What a command has to say: lines for people, or the same facts for a program that asked with `--json`. */
export interface Answer {
  readonly lines: readonly string[];
  readonly facts: object;
  /** The command did its work and found something wrong, as `doctor` does. */
  readonly failed?: boolean;
}

export interface Command {
  /** One word or two: `user add`. */
  readonly name: string;
  /** What it takes, after its name: `EMAIL --name NAME`. */
  readonly takes: string;
  readonly summary: string;
  /** What `--help` adds: each option with a line of its own. */
  readonly help: readonly string[];
  readonly options: Options;
  run(given: Given, context: CommandContext): Promise<Answer>;
}

/** The command was not called as it takes: status 2, with its usage. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

/** The command could not do its work, for a reason its reader can act upon: status 1, without a stack. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** The one word a command takes. */
export function onlyWord({ words }: Given, what: string): string {
  const [word, ...rest] = words;
  if (!word) throw new BadUsage(`${what} is missing.`);
  if (rest.length > 0) throw new BadUsage(`“${rest[0]}” is one word too many.`);
  return word;
}

export function noWords({ words }: Given): void {
  if (words.length > 0) throw new BadUsage(`“${words[0]}” is one word too many.`);
}

export function textOf({ values }: Given, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value.trim() : undefined;
}

export function requiredText(given: Given, option: string): string {
  const value = textOf(given, option);
  if (!value) throw new BadUsage(`--${option} is missing.`);
  return value;
}

export const listOf = ({ values }: Given, option: string): string[] =>
  [values[option]].flat().filter((value): value is string => typeof value === 'string');
