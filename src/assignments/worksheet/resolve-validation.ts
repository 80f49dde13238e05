import { assignmentsTexts } from '../text.js';
import type { EntryFieldFile, FieldFile } from './field-file.js';
import { resultOf } from './field-results.js';
import type { Bound, CellTest, RefTarget, Validation } from './fields.shared.js';
import type { FieldId, ResultKind } from './formula.shared.js';
import type { Path, Say } from './mistakes.js';
import type { KnownField, SchemaNames } from './names.js';

const texts = assignmentsTexts.inBoth.worksheet;
type Words = Partial<Record<string, unknown>>;
type Test = Readonly<Record<string, string | number | boolean>>;

/** What a field’s `validation` says, with the fields it names looked up: they have to be of the same row or of one it lies within. */
export class ValidationResolver {
  constructor(
    private readonly names: SchemaNames,
    private readonly field: KnownField,
    private readonly say: Say,
  ) {}

  read(file: FieldFile | EntryFieldFile): Validation {
    const { required, required_if, required_unless, at_least_one_of, accept: _, refers_to: __, ...rest }: Words = file.validation;
    return {
      ...this.presence(required, required_if, required_unless),
      ...(isList(at_least_one_of) && { atLeastOneOf: at_least_one_of.flatMap((name, at) => this.known(name, ['at_least_one_of', at])) }),
      ...this.plain(rest),
      ...this.range(file, rest),
      ...this.dates(rest),
      ...this.others(rest),
    };
  }

  private presence(required: unknown, requiredIf: unknown, requiredUnless: unknown): Pick<Validation, 'required'> {
    if (required) return { required: true };
    const whether = requiredIf ? this.test(requiredIf as Test, 'required_if') : null;
    if (whether) return { required: { if: whether } };
    const unless = requiredUnless ? this.test(requiredUnless as Test, 'required_unless') : null;
    return unless ? { required: { unless } } : {};
  }

  private plain({
    evidence,
    allow,
    pattern,
    ends_with,
    min_length,
    max_length,
    min_items,
    max_items,
    exactly,
    distinct,
    unique,
    warn,
  }: Words): Validation {
    const said = {
      evidence,
      allow,
      pattern,
      distinct,
      unique,
      warn,
      endsWith: ends_with,
      minLength: min_length,
      maxLength: max_length,
      minItems: exactly ?? min_items,
      maxItems: exactly ?? max_items,
    };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Validation;
  }

  private range({ type }: FieldFile | EntryFieldFile, { min, max }: Words): Pick<Validation, 'min' | 'max'> {
    const kind = type === 'date' || type === 'datetime' ? 'date' : 'number';
    const [low, high] = [this.bound(min, kind, 'min'), this.bound(max, kind, 'max')];
    if (typeof min === 'number' && typeof max === 'number' && min > max) this.say(['validation', 'min'], texts.minOverMax);
    return { ...(low && { min: low }), ...(high && { max: high }) };
  }

  private bound(given: unknown, kind: ResultKind, word: string): Bound | null {
    if (typeof given === 'number') return { value: given };
    if (typeof given !== 'string') return null;
    if (given === 'current_year' && kind === 'number') return { now: 'year' };
    const [field] = this.known(given, [word], kind);
    return field ? { field } : null;
  }

  private dates({ equals, within_days_of }: Words): Validation {
    const [, name = '', sign, days] = /^(\S+) ([+-]) (\d+) days$/.exec(String(equals)) ?? [];
    const [other] = name ? this.known(name, ['equals'], 'date') : [];
    const near = within_days_of as { field: string; days: number; severity: 'refuse' | 'warn' } | undefined;
    const [field] = near ? this.known(near.field, ['within_days_of', 'field'], 'date') : [];
    return {
      ...(other && { equals: { field: other, days: Number(`${sign}${days}`) } }),
      ...(near && field && { withinDaysOf: { ...near, field } }),
    };
  }

  private others({ differs_from, exactly_one_with }: Words): Validation {
    const [other] = typeof differs_from === 'string' ? this.known(differs_from, ['differs_from']) : [];
    const entry = exactly_one_with ? this.entryTest(exactly_one_with as Test) : null;
    return { ...(other && { differsFrom: other }), ...(entry && { exactlyOneWith: entry }) };
  }

  private entryTest(test: Test): { field: FieldId; value: string } | null {
    const [[key, value] = ['', '']] = Object.entries(test);
    const field = this.names.fields.get(`${this.field.id}.${key}`);
    if (!field) return this.mistake(['exactly_one_with'], texts.noSuchField(key));
    return this.holds(field, value, ['exactly_one_with']) ? { field: field.id, value: String(value) } : null;
  }

  private test(test: Test, word: string): CellTest | null {
    const [[name, value] = ['', '']] = Object.entries(test);
    const [id] = this.known(name, [word]);
    const field = id && this.names.fields.get(id);
    if (!field) return null;
    if (value === 'present') return { field: field.id, is: 'present' };
    return this.holds(field, value, [word]) ? { field: field.id, is: { value } } : null;
  }

  /** Whether the field may ever have this value, so far as its type says. */
  private holds({ file }: KnownField, value: string | number | boolean, word: Path): boolean {
    if (file?.type === 'bool' && typeof value !== 'boolean')
      return this.mistake(word, texts.noSuchOption(file.key, String(value))) !== null;
    const options = file?.type === 'enum' || file?.type === 'multi' ? this.names.options.get(file.options) : undefined;
    if (!Array.isArray(options) || options.some(({ key }) => key === value)) return true;
    return this.mistake(word, texts.noSuchOption(options.length > 0 && file ? file.key : '', String(value))) !== null;
  }

  /** The field that `name` calls, if the present row knows its value. */
  private known(name: unknown, word: Path, kind?: ResultKind): FieldId[] {
    const field = this.names.field(String(name), this.field.section) ?? this.names.fields.get(`${this.field.list}.${String(name)}`);
    if (!field) return this.mistake(word, texts.noSuchField(String(name))) ?? [];
    const { is } = resultOf(field);
    if (kind && is !== kind && is !== 'unknown') return this.mistake(word, texts.wrongKind(kind, is)) ?? [];
    const sees = this.field.repeat === null || field.repeat === null || this.names.lineage(this.field.repeat).includes(field.repeat);
    if (!sees || (field.list !== null && field.list !== this.field.list)) return this.mistake(word, texts.otherRow(String(name))) ?? [];
    return [field.id];
  }

  private mistake(word: Path, reason: typeof texts.minOverMax): null {
    this.say(['validation', ...word], reason);
    return null;
  }
}

/** What a `ref` names: a field of rows, or a list whose entries it chooses among. */
export function refTarget(name: string, section: string, names: SchemaNames, say: Say): RefTarget | null {
  const field = names.field(name, section);
  if (!field) say(['validation', 'refers_to'], texts.noSuchField(name));
  if (!field?.file || field.repeat === null) return null;
  if (field.file.type === 'list' && field.file.fields) return { kind: 'entry', list: field.id };
  return { kind: 'row', repeat: field.repeat, field: field.id };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
