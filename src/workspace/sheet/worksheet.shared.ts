/** Whether a cell says something, or that it cannot be known. */
export type CellState = 'value' | 'not_observable';

/** What stands in a cell. Empty is the state `value` without one: neither zero nor `not_observable`. */
export interface CellContent {
  readonly state: CellState;
  readonly value: unknown;
}
export interface Cell extends CellContent {
  /** 0 where nothing was ever saved. */
  readonly version: number;
}

/** Where a cell stands: a field, by its id in the schema, about a row. */
export interface CellPlace {
  readonly row: string;
  readonly field: string;
}

/** One thing that the worksheet is about, with what stands in its cells, by field. */
export interface SheetRow {
  readonly id: string;
  /** What it is one of, by the schema's key. */
  readonly repeat: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

export const EMPTY: Cell = { state: 'value', value: null, version: 0 };

export const cellOf = ({ cells }: Pick<SheetRow, 'cells'>, field: string): Cell => cells[field] ?? EMPTY;
export const isFilled = ({ state, value }: CellContent): boolean => state === 'not_observable' || value !== null;
export const isSameContent = (one: CellContent, other: CellContent): boolean => one.state === other.state && isSame(one.value, other.value);

/** Whether two values are the same JSON, in whatever order their keys stand: the database keeps none. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [mine, theirs] = [Object.entries(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    mine.length === theirs.length &&
    mine.every(([key, value]) => isSame(value, (other as Readonly<Record<string, unknown>>)[key]))
  );
}
