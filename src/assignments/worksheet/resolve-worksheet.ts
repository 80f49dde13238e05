import { assignmentsTexts } from '../text.js';
import { circlesIn } from './formula-circles.js';
import type { FieldId } from './formula.shared.js';
import { type Path, type Say, under } from './mistakes.js';
import { SchemaNames } from './names.js';
import { resolveAnchor, resolveCheck, type Surroundings } from './resolve-checks.js';
import { resolveField, type SectionConventions } from './resolve-field.js';
import type { SectionPart, SoundParts } from './sound-parts.js';
import type { CodebookEntry, DoubleCoding, OptionList, Repeat, Sample, WorksheetSchema, WorksheetSection } from './worksheet.shared.js';
import type { CodebookFile, OptionsFile, RepeatFile, SectionFile } from './worksheet-file.js';

const texts = assignmentsTexts.inBoth.worksheet;

/** Everything of a schema that stands on more than one of its parts. What cannot be resolved is said, and left out. */
export type ResolvedParts = Omit<WorksheetSchema, 'version' | 'title' | 'timeZone'>;

/** Lays the parts of a schema file side by side: names, kinds of values, circles. Asks nothing of the disk. */
export function resolveWorksheet(parts: SoundParts, surroundings: Surroundings, say: Say): ResolvedParts {
  const names = new SchemaNames(parts);
  sayTwice(parts, say);
  sayConventions(parts, say);
  const sections = parts.sections.map((part, at) => section(part, parts, names, surroundings, under(say, 'sections', at)));
  for (const { id, path } of circlesIn(sections.flatMap((one) => one?.fields ?? [])))
    say(placeOf(id, parts), texts.circle(path.join(' → ')));
  return {
    repeats: [...parts.repeats].flatMap(([key, file]) => (file ? (repeat(key, file, parts, names, under(say, 'repeats', key)) ?? []) : [])),
    sections: sections.filter((one) => one !== null),
    options: Object.fromEntries(
      [...parts.options].flatMap(([key, file]) => (file ? [[key, optionList(file, names, under(say, 'options', key))]] : [])),
    ),
    anchors: parts.anchors.flatMap((part, at) => resolveAnchor(part, names, under(say, 'anchors', at)) ?? []),
    codebook: parts.codebook.flatMap((file, at) => (file ? codebookEntry(file, names, under(say, 'codebook', at)) : [])),
    checks: parts.checks.flatMap((file, at) => (file ? (resolveCheck(file, names, surroundings, under(say, 'checks', at)) ?? []) : [])),
  };
}

function section(part: SectionPart, parts: SoundParts, names: SchemaNames, { stages }: Surroundings, say: Say): WorksheetSection | null {
  const { key, head } = part;
  if (head && !names.hasRepeat(head.repeat)) say(['repeat'], texts.noSuchRepeat(head.repeat));
  if (head && stages && !stages.includes(head.stage)) say(['stage'], texts.noSuchStage(head.stage));
  const conventions = conventionsOf(head, parts, names);
  const fields = part.fields.map(({ file }, at) => {
    const known = file && names.fields.get(`${key}.${file.key}`);
    return known && file ? resolveField(file, known, conventions, names, under(say, 'fields', at)) : null;
  });
  return (
    head && {
      key: head.key,
      letter: head.letter,
      title: head.title,
      help: head.help ?? null,
      stage: head.stage,
      repeat: head.repeat,
      count: head.count ? { min: head.count.min ?? null, max: head.count.max ?? null } : null,
      sample: sample(head, names, under(say, 'sample')),
      doubleCoding: doubleCoding(head, names, under(say, 'double_coding')),
      fields: fields.filter((field) => field !== null),
    }
  );
}

function conventionsOf(head: SectionFile | null, { conventions }: SoundParts, names: SchemaNames): SectionConventions {
  const holds = (convention: { sections: string[] } | undefined): boolean => !!head && !!convention?.sections.includes(head.letter);
  const { not_observable, evidence_ids, note } = conventions ?? {};
  const evidence = evidence_ids && names.field(evidence_ids.refers_to, null);
  return {
    evidence: evidence && holds(evidence_ids) ? evidence.id : null,
    noteLength: note && holds(note) ? note.max_length : null,
    mayBeUnobservable: holds(not_observable),
  };
}

function sayConventions({ conventions, sections }: SoundParts, say: Say): void {
  const letters = new Set(sections.map(({ head }) => head?.letter));
  const isWhole = sections.every(({ head }) => head);
  for (const word of ['not_observable', 'evidence_ids', 'note'] as const)
    for (const [at, letter] of (conventions?.[word]?.sections ?? []).entries())
      if (isWhole && !letters.has(letter)) say(['conventions', word, 'sections', at], texts.noSuchSection(letter));
  const proofs = conventions?.evidence_ids?.refers_to;
  const known = sections.some(({ key, fields }) => fields.some((field) => `${key}.${field.key}` === proofs));
  if (proofs !== undefined && !known) say(['conventions', 'evidence_ids', 'refers_to'], texts.noSuchField(proofs));
}

function sample({ sample: file, key }: SectionFile, names: SchemaNames, say: Say): Sample | null {
  if (!file) return null;
  const [by, datedBy] = [ownField(file.by, key, names, ['by'], say), ownField(file.dated_by, key, names, ['dated_by'], say)];
  return by && datedBy && { by, datedBy, sizes: file.sizes, withinDays: file.within_days };
}

function doubleCoding({ double_coding: file, key }: SectionFile, names: SchemaNames, say: Say): DoubleCoding | null {
  if (!file) return null;
  const pair = (one: string, other: string, path: Path) => {
    const [first, second] = [ownField(one, key, names, path, say), ownField(other, key, names, path, say)];
    return first && second ? [{ first, second }] : [];
  };
  const [coders] = pair(...file.coders, ['coders']);
  const variables = Object.entries(file.variables).flatMap(([one, other]) => pair(one, other, ['variables', one]));
  return coders ? { minPercent: file.min_percent, minTotal: file.min_total, coders, variables } : null;
}

function ownField(name: string, section: string, names: SchemaNames, path: Path, say: Say): FieldId | null {
  const field = names.fields.get(`${section}.${name}`);
  if (!field) say(path, texts.noSuchField(name));
  return field?.id ?? null;
}

function repeat(key: string, file: RepeatFile, parts: SoundParts, names: SchemaNames, say: Say): Repeat | null {
  const own = parts.sections.find(({ head }) => head?.repeat === key)?.key ?? null;
  if (own === null && parts.sections.every(({ head }) => head)) say([], texts.repeatOfNothing(key));
  if (own === null) return null;
  if ('once' in file) {
    if (key !== names.root) say(['once'], texts.onceTwice);
    return { key, once: true, add: null, section: own, identifiedBy: [], namedBy: [], within: null };
  }
  if (names.root === null) say([], texts.noRoot);
  if (file.within !== undefined && names.field(file.within, null)?.file?.type !== 'ref') say(['within'], texts.withinRef(file.within));
  if (names.lineage(key).at(-1) !== names.root) say(['within'], texts.withinItself(key));
  const fields = (list: readonly string[], word: string) => list.flatMap((name, at) => ownField(name, own, names, [word, at], say) ?? []);
  const [identifiedBy, namedBy] = [fields(file.identified_by, 'identified_by'), fields(file.named_by, 'named_by')];
  return { key, once: false, add: file.add, section: own, identifiedBy, namedBy, within: names.within(key) };
}

function optionList(file: OptionsFile, names: SchemaNames, say: Say): OptionList {
  if (Array.isArray(file)) {
    sayRepeated(
      file.map(({ key }) => key),
      say,
      texts.optionTwice,
    );
    return { kind: 'fixed', options: file.map(({ key, fr, en, help }) => ({ key, label: { fr, en }, help: help ?? null })) };
  }
  const list = names.field(file.defined_in, null);
  if (!list || (list.file && !(list.file.type === 'list' && list.file.fields))) say(['defined_in'], texts.noSuchList(file.defined_in));
  return { kind: 'defined', in: list?.id ?? '.' };
}

function codebookEntry({ options, rules, tie_break: tieBreak }: CodebookFile, names: SchemaNames, say: Say): CodebookEntry {
  const list = names.options.get(options);
  if (!names.options.has(options)) say(['options'], texts.noSuchOptions(options));
  for (const [at, { key }] of rules.entries())
    if (Array.isArray(list) && !list.some((option) => option.key === key)) say(['rules', at, 'key'], texts.noSuchOption(options, key));
  return { options, rules: rules.map(({ key, fr, en }) => ({ key, text: { fr, en } })), tieBreak: tieBreak ?? null };
}

function sayTwice({ sections, checks, anchors }: SoundParts, say: Say): void {
  sayRepeated(
    sections.map(({ key }) => key),
    under(say, 'sections'),
    texts.keyTwice,
  );
  sayRepeated(
    sections.map(({ head }) => head?.letter ?? null),
    under(say, 'sections'),
    texts.letterTwice,
    'letter',
  );
  sayRepeated(
    anchors.map(({ key }) => key),
    under(say, 'anchors'),
    texts.keyTwice,
  );
  sayRepeated(
    checks.map((check) => check?.key ?? null),
    under(say, 'checks'),
    texts.keyTwice,
  );
  sayRepeated(
    checks.map((check) => (check ? String(check.number) : null)),
    under(say, 'checks'),
    texts.numberTwice,
    'number',
  );
  for (const [at, { fields }] of sections.entries()) {
    const inside = under(say, 'sections', at, 'fields');
    sayRepeated(
      fields.map(({ key }) => key),
      inside,
      texts.keyTwice,
    );
    for (const [place, { entries }] of fields.entries())
      sayRepeated(
        entries.map(({ key }) => key),
        under(inside, place, 'fields'),
        texts.keyTwice,
      );
  }
}

function sayRepeated(keys: readonly (string | null)[], say: Say, reason: (key: string) => typeof texts.noRoot, word = 'key'): void {
  for (const [at, key] of keys.entries()) if (key !== null && keys.indexOf(key) < at) say([at, word], reason(key));
}

function placeOf(id: FieldId, { sections }: SoundParts): Path {
  for (const [at, { key, fields }] of sections.entries()) {
    const place = fields.findIndex((field) => `${key}.${field.key}` === id);
    if (place >= 0) return ['sections', at, 'fields', place, 'formula'];
  }
  return [];
}
