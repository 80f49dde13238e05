import { parseArgs } from 'node:util';
import { DomainError } from '../../kernel/domain-error.js';
import { readEnv } from '../../platform/config/env.js';
import { isForOperators } from '../server/explain.js';
import type { CreateApp } from '../server/begin.js';
import { backup } from './backup.command.js';
import { type Answer, BadUsage, type Command, CommandFailed, type Given } from './command.js';
import { courseCopy } from './course-copy.command.js';
import { courseNew } from './course-new.command.js';
import { demo } from './demo.command.js';
import { doctor } from './doctor.command.js';
import { migrateCommand } from './migrate.command.js';
import { CommandContext } from './command-context.js';
import { restore } from './restore.command.js';
import { overviewOf, usageOf } from './usage.js';
import { userAdd } from './user-add.command.js';
import { userPassword } from './user-password.command.js';

const COMMANDS: readonly Command[] = [migrateCommand, demo, doctor, userAdd, userPassword, courseNew, courseCopy, backup, restore];

export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly status: 0 | 1 | 2;
}

/** One command from its words to its outcome: 0 when it did its work, 1 when it failed, 2 when it was called wrongly. */
export async function runCommand(words: readonly string[], createApp: CreateApp, source: NodeJS.ProcessEnv): Promise<Outcome> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
  if (!command) return introduce(words);
  const asJson = words.includes('--json');
  try {
    const given = read(command, words.slice(command.name.split(' ').length));
    if (given.values['help']) return { out: usageOf(command), err: '', status: 0 };
    return spoken(await perform(command, given, createApp, source), asJson);
  } catch (error) {
    return failed(command, error, asJson);
  }
}

/** No command, or none of that name. */
function introduce([first]: readonly string[]): Outcome {
  if (first === '--help' || first === '-h' || first === 'help') return { out: overviewOf(COMMANDS), err: '', status: 0 };
  const complaint = first === undefined ? 'Name a command.' : `There is no command “${first}”.`;
  return { out: '', err: `${complaint}\n\n${overviewOf(COMMANDS)}`, status: 2 };
}

function read({ options }: Command, words: string[]): Given {
  const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, options: { ...options, ...common }, allowPositionals: true, strict: true });
    return { values, words: positionals };
  } catch (error) {
    throw new BadUsage((error as Error).message.split('. ', 1)[0]!.replace(/\.?$/, '.'));
  }
}

async function perform(command: Command, given: Given, createApp: CreateApp, source: NodeJS.ProcessEnv): Promise<Answer> {
  // What the rooms log would mix with the answer; what goes wrong is thrown, and said at the end.
  const context = new CommandContext({ ...readEnv(source), LOG_LEVEL: 'silent' }, createApp);
  try {
    return await command.run(given, context);
  } finally {
    await context.close();
  }
}

function spoken({ lines, facts, failed: hasFailed }: Answer, asJson: boolean): Outcome {
  return { out: asJson ? JSON.stringify(facts, null, 2) : lines.join('\n'), err: '', status: hasFailed ? 1 : 0 };
}

function failed(command: Command, error: unknown, asJson: boolean): Outcome {
  const { message } = error as Error;
  const out = asJson ? JSON.stringify({ error: message }) : '';
  if (error instanceof BadUsage) return { out, err: `${message}\n\n${usageOf(command)}`, status: 2 };
  const isForeseen = error instanceof CommandFailed || error instanceof DomainError || isForOperators(error);
  return { out, err: isForeseen ? message : ((error as Error).stack ?? message), status: 1 };
}
