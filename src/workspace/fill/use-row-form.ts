import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { putSave } from '../../platform/browser/put-save.js';
import { watchPage } from '../../platform/browser/save.js';
import { useFrame, useLang, useText } from '../../platform/markup/frame.js';
import { markupTexts } from '../../platform/markup/text.js';
import { type Cell, type CellContent, type CellPlace, EMPTY } from '../sheet/worksheet.shared.js';
import { workspaceTexts } from '../text.js';
import { useWatch } from '../watch/use-watch.js';
import type { PersonThere, SheetNews } from '../watch/watch.shared.js';
import { CellStore } from './cell-store.js';
import type { FieldActs } from './field.view.js';
import type { FieldModel, RowFormProps, TheirCell, TypedCell } from './row-form.shared.js';
import { type Problem, readTyped, typedOf } from './typed.shared.js';

/** A field of the form, as it is to be drawn. */
export interface FieldState {
  readonly cell: Cell;
  readonly typed: TypedCell;
  readonly problem: Problem | null;
  readonly theirs: TheirCell | null;
  /** Who else is in it. */
  readonly people: readonly PersonThere[];
  /** Absent until the script is awake: the form that the server drew has none. */
  readonly act: FieldActs | undefined;
}

export interface RowFormState {
  readonly fieldOf: (model: FieldModel) => FieldState;
  readonly together: ReturnType<CellStore['together']>;
  readonly canUndo: boolean;
  readonly undo: () => void;
  /** What the last undo came to. */
  readonly said: string | null;
  /** Who else of the team has the worksheet open. */
  readonly people: readonly PersonThere[];
}

/** The fields of a row in the browser: what is typed in them, and what of it is saved. */
export function useRowForm(props: RowFormProps, box: RefObject<HTMLDivElement | null>): RowFormState {
  const [t, lang] = [useText(workspaceTexts).save, useLang()];
  const mark = lang === 'fr' ? ',' : '.';
  const store = useStore(props);
  const [written, setWritten] = useState<Readonly<Record<string, { typed: TypedCell; problem: Problem | null }>>>(() => backOf(props));
  const [isAwake, wake] = useState(false);
  const [said, say] = useState<string | null>(null);
  const [people, meet] = useState<readonly PersonThere[]>([]);
  const hasProblem = useRef(false);
  hasProblem.current = Object.values(written).some(({ problem }) => problem !== null);
  useEffect(() => {
    wake(true);
    const wouldLose = (): boolean => store.wouldLose() || hasProblem.current;
    return watchPage({ flush: () => store.flush(), leave: () => store.leave(), wouldLose }, box.current!);
  }, []);

  const forget = (field: string): void => setWritten(({ [field]: _, ...others }) => others);
  const change = ({ field }: FieldModel, typed: TypedCell): void => {
    const reading = contentOf(field, typed);
    setWritten((others) => ({ ...others, [field.id]: { typed, problem: reading.ok ? null : reading.problem } }));
    say(null);
    if (reading.ok) store.write({ row: props.row, field: field.id }, reading.content);
  };
  /** What stands in a field that somebody else changed is theirs now, unless something is being written here. */
  const hear = (news: SheetNews): void => {
    meet(news.people);
    for (const { row, field, ...cell } of news.cells) if (row === props.row && store.receive({ row, field }, cell)) forget(field);
  };
  const placeOf = (element: Element): CellPlace | null => {
    const field = element.closest<HTMLElement>('[data-field]')?.dataset['field'];
    return field ? { row: props.row, field } : null;
  };
  useWatch({ at: props.at, number: props.number, box, placeOf, hear });
  const undo = async (): Promise<void> => {
    const undone = await store.undo();
    const model = undone && props.fields.find(({ field }) => field.id === undone.place.field);
    if (!model) return;
    if (undone.isDone) forget(model.field.id);
    say(undone.isDone ? t.undone(model.label) : t.undoOvertaken(model.label));
  };
  const actsOf = (model: FieldModel): FieldActs => {
    const place = { row: props.row, field: model.field.id };
    return {
      change: (typed) => change(model, typed),
      keepTheirs: () => (store.keepTheirs(place), forget(place.field)),
      keepMine: () => void store.keepMine(place),
    };
  };
  const fieldOf = (model: FieldModel): FieldState => {
    const { cell, theirs } = store.statusOf({ row: props.row, field: model.field.id });
    const here = written[model.field.id];
    const saved = { typed: typedOf(model.field, cell.value, mark), isUnobservable: cell.state === 'not_observable' };
    return {
      cell,
      theirs,
      typed: here?.typed ?? saved,
      problem: here?.problem ?? null,
      people: people.filter(({ row, field }) => row === props.row && field === model.field.id),
      act: isAwake ? actsOf(model) : undefined,
    };
  };
  return { fieldOf, together: store.together(), canUndo: store.canUndo, undo: () => void undo(), said, people };
}

/** One store for as long as the form is there, with the cells that it was made with. */
function useStore(props: RowFormProps): CellStore {
  const [t, shared] = [useText(workspaceTexts).save, useText(markupTexts)];
  const token = useRef(useFrame().formToken);
  const [, redraw] = useState(0);
  const kept = useRef<CellStore | null>(null);
  if (kept.current) return kept.current;
  const sentences = { 'signed-out': t.expired, 'somebody-else': shared.somebodyElse };
  const store = new CellStore({
    tell: () => kept.current && redraw((count) => count + 1),
    send: async ({ field }, content, version) =>
      (await putSave<CellContent>(token, `${props.address}/fields/${field}`, { ...content, version }, sentences)).answer,
  });
  for (const { field } of props.fields) {
    const place = { row: props.row, field: field.id };
    const { [field.id]: theirs } = props.back.theirs;
    store.receive(place, props.cells[field.id] ?? EMPTY);
    const typed = props.back.typed[field.id];
    const mine = typed && contentOf(field, typed);
    if (theirs) store.contest(place, mine?.ok ? mine.content : null, theirs);
  }
  kept.current = store;
  return store;
}

type ContentReading = { readonly ok: true; readonly content: CellContent } | { readonly ok: false; readonly problem: Problem };

function contentOf(field: FieldModel['field'], { typed, isUnobservable }: TypedCell): ContentReading {
  if (isUnobservable) return { ok: true, content: { state: 'not_observable', value: null } };
  const reading = readTyped(field, typed);
  return reading.ok ? { ok: true, content: { state: 'value', value: reading.value } } : reading;
}

const backOf = ({ back: { typed, problems } }: RowFormProps) =>
  Object.fromEntries(Object.entries(typed).map(([field, one]) => [field, { typed: one, problem: problems[field] ?? null }]));
