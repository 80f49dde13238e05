import type { WorksheetField } from './fields.shared.js';
import { fieldsIn, fieldsInCondition } from './formula-fields.shared.js';
import type { FieldId } from './formula.shared.js';

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
