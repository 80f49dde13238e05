import { type Diagnosis, examine } from '../doctor/examine.js';
import { type Command, noWords } from './command.js';

/** A thousand lines about one fault help nobody. */
const MOST_SHOWN = 20;

export const doctor: Command = {
  name: 'doctor',
  takes: '',
  summary: 'Looks for everything that must always be true of the data, and says what is not. It changes nothing.',
  help: [],
  options: {},
  run: async (given, context) => {
    noWords(given);
    const diagnoses: Diagnosis[] = [];
    for await (const diagnosis of examine(await context.installation())) diagnoses.push(diagnosis);
    const broken = diagnoses.filter((diagnosis) => diagnosis.broken.length > 0);
    const verdict = broken.length === 0 ? 'All is well.' : `Broken: ${broken.map(({ name }) => name).join(', ')}.`;
    return {
      lines: [...diagnoses.flatMap(linesOf), verdict],
      facts: { isWell: broken.length === 0, facts: diagnoses },
      failed: broken.length > 0,
    };
  },
};

function linesOf({ sentence, looked, broken }: Diagnosis): string[] {
  if (broken.length === 0) return [`ok      ${sentence} (${looked} looked at)`];
  const shown = broken.slice(0, MOST_SHOWN).map((what) => `          ${what}`);
  if (broken.length > MOST_SHOWN) shown.push(`          and ${broken.length - MOST_SHOWN} more`);
  return [`BROKEN  ${sentence}`, ...shown];
}
