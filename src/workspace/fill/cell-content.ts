import type { WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import { type CellContent, isSameContent } from '../sheet/worksheet.shared.js';
import { readTyped, typedOf } from './typed.shared.js';

/** What a script asks to be saved, if a form could have brought it; else null. */
export function checkContent(field: WorksheetField, { state, value }: CellContent): CellContent | null {
  if (state === 'not_observable') return field.mayBeUnobservable && (value ?? null) === null ? { state, value: null } : null;
  if ((value ?? null) === null) return { state, value: null };
  const reading = attempted(() => readTyped(field, typedOf(field, value, '.')));
  const content = { state, value: reading?.ok ? reading.value : null };
  return isSameContent(content, { state, value }) ? content : null;
}

/** What is of no shape that a field knows cannot be typed. */
function attempted<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
