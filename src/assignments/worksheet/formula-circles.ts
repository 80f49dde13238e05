import type { WorksheetField } from './fields.shared.js';
import type { Condition, FieldId, Formula } from './formula.shared.js';

/** The fields whose value would need itself, once a circle, with the way around. */
export function circlesIn(fields: readonly WorksheetField[]): { readonly id: FieldId; readonly path: readonly FieldId[] }[] {
  const computed = new Map(fields.flatMap((field) => (field.type === 'computed' ? [[field.id, neededBy(field)] as const] : [])));
  const done = new Set<FieldId>();
  const found: { id: FieldId; path: FieldId[] }[] = [];
  const walk = (id: FieldId, path: readonly FieldId[]): void => {
    const start = path.indexOf(id);
    if (start >= 0) found.push({ id, path: [...path.slice(start), id] });
    if (start >= 0 || done.has(id)) return;
    for (const next of computed.get(id) ?? []) walk(next, [...path, id]);
    done.add(id);
  };
  for (const id of computed.keys()) walk(id, []);
  return found;
}

const neededBy = ({ formula, n, interval, blankIf }: Extract<WorksheetField, { type: 'computed' }>): FieldId[] => [
  ...[formula, n, interval].flatMap((one) => (one ? fieldsIn(one) : [])),
  ...(blankIf ? fieldsInCondition(blankIf) : []),
];

/** Every field that a formula looks at. */
export function fieldsIn(formula: Formula): FieldId[] {
  switch (formula.kind) {
    case 'number':
    case 'word':
      return [];
    case 'cell':
      return [formula.field];
    case 'operation':
      return [...fieldsIn(formula.left), ...fieldsIn(formula.right)];
    case 'aggregate':
      return [...(formula.of ? fieldsIn(formula.of) : []), ...(formula.rows.where ? fieldsInCondition(formula.rows.where) : [])];
    case 'pairing':
      return [formula.first, formula.second];
    case 'call':
      return formula.of.flatMap(fieldsIn);
  }
}

const fieldsInCondition = (condition: Condition): FieldId[] =>
  condition.flatMap((one) => (one.kind === 'state' ? [one.field] : [...fieldsIn(one.left), ...fieldsIn(one.right)]));
