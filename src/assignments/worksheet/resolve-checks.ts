import { assignmentsTexts } from '../text.js';
import type { WorksheetCheck } from './checks.shared.js';
import type { FieldId } from './formula.shared.js';
import { readCondition } from './formula-syntax.js';
import { type Path, type Say, under } from './mistakes.js';
import type { SchemaNames } from './names.js';
import { conditionIn, formulaIn } from './resolve-field.js';
import { narrowestRepeat } from './formula-rows.js';
import type { AnchorPart } from './sound-parts.js';
import type { Anchor } from './worksheet.shared.js';
import type { CheckFile } from './worksheet-file.js';

const texts = assignmentsTexts.inBoth.worksheet;

/** What a worksheet is asked for besides its own file; null where that could not be read. */
export interface Surroundings {
  readonly stages: readonly string[] | null;
  readonly criteria: readonly string[] | null;
}

export function resolveCheck(file: CheckFile, names: SchemaNames, { stages, criteria }: Surroundings, say: Say): WorksheetCheck | null {
  const { number, key, severity, fr, en } = file;
  const facts = { number, key, severity, message: { fr, en } };
  switch (file.rule) {
    case 'requires': {
      const each = file.each.flatMap((one, at) => requirement(one, names, under(say, 'each', at)) ?? []);
      const answeredBy = file.answered_by === undefined ? null : known(file.answered_by, names, ['answered_by'], say);
      return {
        ...facts,
        rule: 'requires',
        each,
        hides: file.hides.flatMap((name, at) => known(name, names, ['hides', at], say) ?? []),
        answeredBy,
      };
    }
    case 'evidence': {
      const { stage, above_percent: abovePercent, criterion = null } = file.blocks ?? {};
      if (stage !== undefined && stages && !stages.includes(stage)) say(['blocks', 'stage'], texts.noSuchStage(stage));
      if (criterion !== null && criteria && !criteria.includes(criterion)) say(['blocks', 'criterion'], texts.noSuchCriterion(criterion));
      const blocks = stage === undefined || abovePercent === undefined ? null : { stage, abovePercent, criterion };
      return { ...facts, rule: 'evidence', types: file.types, blocks };
    }
    case 'same_number': {
      if (!names.hasRepeat(file.repeat)) say(['repeat'], texts.noSuchRepeat(file.repeat));
      const { types, repeat, min_rows: minRows, least } = file;
      return { ...facts, rule: 'same_number', types, repeat, minRows, least };
    }
    case 'personal_data':
      return { ...facts, rule: 'personal_data', patterns: file.patterns };
  }
}

type RequirementFile = Extract<CheckFile, { rule: 'requires' }>['each'][number];

function requirement(file: RequirementFile, names: SchemaNames, say: Say) {
  if (file.in !== undefined && !names.hasRepeat(file.in)) say(['in'], texts.noSuchRepeat(file.in));
  const repeat =
    file.in ?? narrowestRepeat([file.when, file.then].flatMap((source) => source ?? []).flatMap(syntaxOf), names) ?? names.root;
  if (repeat === null) return null;
  const scope = { section: null, repeat, list: null };
  const when = file.when === undefined ? null : conditionIn(file.when, scope, names, under(say, 'when'));
  const then = conditionIn(file.then, scope, names, under(say, 'then'));
  return then && { repeat, when, then };
}

/** A condition that cannot be read is told when it is resolved. */
function syntaxOf(source: string) {
  const reading = readCondition(source);
  return reading.ok ? reading.syntax : [];
}

function known(name: string, names: SchemaNames, path: Path, say: Say): FieldId | null {
  const field = names.fields.get(name);
  if (!field) say(path, texts.noSuchField(name));
  return field?.id ?? null;
}

export function resolveAnchor({ file }: AnchorPart, names: SchemaNames, say: Say): Anchor | null {
  if (!file) return null;
  const { key, title, help = null, radar, levels } = file;
  return {
    key,
    title,
    help,
    radar,
    levels,
    suggests: file.formula === undefined ? null : suggestion(file.formula, names, under(say, 'formula')),
  };
}

function suggestion(source: string, names: SchemaNames, say: Say): Anchor['suggests'] {
  const reading = readCondition(`${source} = 0`);
  const repeat = (reading.ok ? narrowestRepeat(reading.syntax, names) : null) ?? names.root;
  if (repeat === null) return null;
  const found = formulaIn(source, { section: null, repeat, list: null }, names, say);
  if (found && found.is !== 'number' && found.is !== 'unknown') say([], texts.wrongKind('number', found.is));
  return found && { repeat, formula: found.formula };
}
