import type { Condition, FieldId, Formula, FormulaRows } from './formula.shared.js';

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
      return [...(formula.of ? fieldsIn(formula.of) : []), ...fieldsInRows(formula.rows)];
    case 'pairing':
      return [formula.first, formula.second, ...fieldsInRows(formula.rows)];
    case 'call':
      return formula.of.flatMap(fieldsIn);
  }
}

const fieldsInRows = ({ list, where }: FormulaRows): FieldId[] => [...(list ? [list] : []), ...(where ? fieldsInCondition(where) : [])];

export const fieldsInCondition = (condition: Condition): FieldId[] =>
  condition.flatMap((one) => (one.kind === 'state' ? [one.field] : [...fieldsIn(one.left), ...fieldsIn(one.right)]));
