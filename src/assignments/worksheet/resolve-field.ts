import { assignmentsTexts } from '../text.js';
import type { EntryFieldFile, FieldFile, FieldFileOf } from './field-file.js';
import type { ComputedType, EntryField, FieldFacts, ListType, ScaleAnchors, ValueType, WorksheetField } from './fields.shared.js';
import type { FieldId } from './formula.shared.js';
import { readCondition, readFormula, type SyntaxReading } from './formula-syntax.js';
import { type Say, under } from './mistakes.js';
import type { KnownField, SchemaNames } from './names.js';
import { FormulaResolver, type Resolved, type Scope } from './resolve-formula.js';
import { refTarget, ValidationResolver } from './resolve-validation.js';

const texts = assignmentsTexts.inBoth.worksheet;

/** What the conventions of the file give to every field of a section. */
export interface SectionConventions {
  readonly evidence: FieldId | null;
  readonly noteLength: number | null;
  readonly mayBeUnobservable: boolean;
}
const NONE: SectionConventions = { evidence: null, noteLength: null, mayBeUnobservable: false };

/** One field as the pages know it. Null where a mistake was said. */
export function resolveField(
  file: FieldFile,
  known: KnownField,
  conventions: SectionConventions,
  names: SchemaNames,
  say: Say,
): WorksheetField | null {
  checkScope(file, known, names, say);
  const facts = factsOf(file, known, file.type === 'computed' ? NONE : conventions, names, say);
  const type =
    file.type === 'computed'
      ? computedType(file, known, names, say)
      : file.type === 'list'
        ? listType(file, known, names, say)
        : valueType(file, known, names, say);
  return type && { ...facts, ...type };
}

function checkScope({ scope }: FieldFile, { section }: KnownField, names: SchemaNames, say: Say): void {
  const own = names.sections.get(section);
  if (scope !== undefined && own && !names.lineage(own).includes(scope)) say(['scope'], texts.noSuchScope(scope));
}

function factsOf(
  file: FieldFile | EntryFieldFile,
  known: KnownField,
  conventions: SectionConventions,
  names: SchemaNames,
  say: Say,
): FieldFacts {
  const { id, key, section, repeat } = known;
  const numbered = file.numbered ?? null;
  return {
    id,
    key,
    section,
    repeat: repeat ?? '',
    label: file.label,
    help: file.help ?? null,
    unit: file.unit ?? null,
    setBy: file.set_by || numbered ? { by: 'platform', numbered } : null,
    ...conventions,
    validation: new ValidationResolver(names, known, say).read(file),
  };
}

function valueType(
  file: Exclude<FieldFile, FieldFileOf<'list' | 'computed'>>,
  known: KnownField,
  names: SchemaNames,
  say: Say,
): ValueType | null {
  switch (file.type) {
    case 'int':
    case 'decimal':
    case 'percent':
      return { type: file.type, levels: file.levels ?? null };
    case 'enum':
    case 'multi':
      if (!names.options.has(file.options)) say(['options'], texts.noSuchOptions(file.options));
      return { type: file.type, options: file.options };
    case 'scale': {
      const { min, max, anchors } = file.scale;
      return {
        type: 'scale',
        min,
        max,
        anchors: anchors === undefined ? null : scaleAnchors(anchors, known, names, under(say, 'scale', 'anchors')),
      };
    }
    case 'ref': {
      const to = refTarget(file.validation.refers_to, known.section, names, say);
      return to && { type: 'ref', to };
    }
    case 'file':
      return { type: 'file', accept: file.validation.accept ?? [] };
    default:
      return { type: file.type };
  }
}

type AnchorsFile = NonNullable<FieldFileOf<'scale'>['scale']['anchors']>;

function scaleAnchors(anchors: AnchorsFile, { section }: KnownField, names: SchemaNames, say: Say): ScaleAnchors | null {
  if (typeof anchors === 'string') {
    if (!names.anchors.has(anchors)) say([], texts.noSuchAnchor(anchors));
    return { anchor: anchors };
  }
  if (typeof anchors['by'] !== 'string') return { levels: anchors as Exclude<AnchorsFile, string | { by: string }> };
  const field = names.field(anchors['by'], section);
  const options = field?.file?.type === 'enum' ? names.options.get(field.file.options) : undefined;
  if (!field || (field.file && field.file.type !== 'enum')) say(['by'], texts.noSuchField(anchors['by']));
  for (const { key } of Array.isArray(options) ? options : []) if (!names.anchors.has(key)) say(['by'], texts.noSuchAnchor(key));
  return field ? { by: field.id } : null;
}

function listType(file: FieldFileOf<'list'>, known: KnownField, names: SchemaNames, say: Say): ListType | null {
  if (file.item !== undefined) {
    if (file.item !== 'ref') return { type: 'list', of: 'values', item: itemType(file.item) };
    const to = refTarget(file.validation.refers_to ?? '', known.section, names, say);
    return to && { type: 'list', of: 'values', item: { type: 'ref', to } };
  }
  const fields = (file.fields ?? []).map((entry, at): EntryField | null => {
    const inside = names.fields.get(`${known.id}.${entry.key}`);
    const tell = under(say, 'fields', at);
    const type = inside && valueType(entry, inside, names, tell);
    return inside && type ? { ...factsOf(entry, inside, NONE, names, tell), ...type } : null;
  });
  return { type: 'list', of: 'entries', fields: fields.filter((field) => field !== null) };
}

const itemType = (item: 'text' | 'url' | 'int' | 'decimal' | 'date'): ValueType =>
  item === 'int' || item === 'decimal' ? { type: item, levels: null } : { type: item };

function computedType(file: FieldFileOf<'computed'>, { section, repeat }: KnownField, names: SchemaNames, say: Say): ComputedType | null {
  if (repeat === null) return null;
  const scope: Scope = { section, repeat, list: null };
  const formula = formulaIn(file.formula, scope, names, under(say, 'formula'));
  if (formula?.is === 'interval' || formula?.is === 'date') say(['formula'], texts.notAResult(formula.is));
  const n = file.n === undefined ? null : formulaIn(file.n, scope, names, under(say, 'n'));
  const interval = file.interval === undefined ? null : formulaIn(file.interval, scope, names, under(say, 'interval'));
  if (n && n.is !== 'number') say(['n'], texts.wrongKind('number', n.is));
  if (interval && interval.is !== 'interval') say(['interval'], texts.wrongKind('interval', interval.is));
  const blankIf = file.blank_if === undefined ? null : conditionIn(file.blank_if, scope, names, under(say, 'blank_if'));
  if (!formula || formula.is === 'interval' || formula.is === 'date' || formula.is === 'unknown') return null;
  const { formula: said, is: result, options } = formula;
  return {
    type: 'computed',
    formula: said,
    result,
    options,
    decimals: file.decimals,
    n: n?.formula ?? null,
    interval: interval?.formula ?? null,
    blankIf,
  };
}

/** Reads and resolves a formula of the file. Null where a mistake was said. */
export function formulaIn(source: string, scope: Scope, names: SchemaNames, say: Say): Resolved | null {
  const syntax = syntaxOf(readFormula(source), say);
  return syntax && new FormulaResolver(names, (reason) => say([], reason)).formula(syntax, scope);
}

export function conditionIn(source: string, scope: Scope, names: SchemaNames, say: Say) {
  const syntax = syntaxOf(readCondition(source), say);
  return syntax && new FormulaResolver(names, (reason) => say([], reason)).condition(syntax, scope);
}

function syntaxOf<T>(reading: SyntaxReading<T>, say: Say): T | null {
  if (reading.ok) return reading.syntax;
  say([], reading.reason);
  return null;
}
