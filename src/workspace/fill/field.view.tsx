import { numberText } from '../../platform/markup/amounts.js';
import { Button } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { timeText } from '../../platform/markup/time.js';
import { historyAt } from '../addresses.js';
import type { Cell } from '../sheet/worksheet.shared.js';
import type { PersonThere } from '../watch/watch.shared.js';
import { CellText } from '../sheet/cell-text.view.js';
import { workspaceTexts } from '../text.js';
import { Control, isGroup } from './control.view.js';
import { Entries } from './entries.view.js';
import { CONTROL, type FieldModel, type TheirCell, type TypedCell } from './row-form.shared.js';
import { isEntries, LONGEST_TEXT, type Problem, type Typed, type TypedEntry, type TypedValue } from './typed.shared.js';

export interface CellFieldProps {
  readonly model: FieldModel;
  readonly row: string;
  readonly at: string;
  readonly cell: Cell;
  readonly typed: TypedCell;
  readonly problem: Problem | null;
  readonly theirs: TheirCell | null;
  readonly zone: string;
  readonly people: readonly PersonThere[];
  /** Absent without a script. */
  readonly act?: FieldActs | undefined;
}
export interface FieldActs {
  readonly change: (typed: TypedCell) => void;
  readonly keepTheirs: () => void;
  readonly keepMine: () => void;
}

export const fieldDomId = (field: string): string => `f-${field}`;

/** A field of a row’s form. */
export const RowField = (props: CellFieldProps) => (props.model.field.setBy ? <GivenField {...props} /> : <CellField {...props} />);

/** What the platform fills in, to be read. */
const GivenField = ({ model, cell }: CellFieldProps) => (
  <dl class="cell-field given">
    <div>
      <dt>{model.label}</dt>
      <dd>
        <CellText model={model} cell={cell} />
      </dd>
    </div>
  </dl>
);

/** A cell to fill in: its label, its control, that it cannot be observed, what is wrong with it, and what stood in it before. */
const CellField = (props: CellFieldProps) => {
  const { model, cell, typed, problem, theirs, people, row, at } = props;
  const t = useText(workspaceTexts).field;
  const id = fieldDomId(model.field.id);
  const hasGroup = isEntries(model.field) || isGroup(model.field, model.choices);
  const label = model.unit ? t.withUnit(model.label, model.unit) : model.label;
  const said = [problem && `${id}-error`, model.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const body = (
    <>
      <FieldControl {...props} id={id} describedBy={said} />
      {model.field.mayBeUnobservable && <Unobservable {...props} />}
      {model.hint && (
        <p class="hint" id={`${id}-hint`}>
          {model.hint}
        </p>
      )}
      {problem && <FieldProblem id={id} model={model} problem={problem} />}
      {theirs && <Theirs {...props} theirs={theirs} />}
    </>
  );
  return (
    <div
      class={['cell-field', theirs && 'contested', people.length > 0 && 'occupied'].filter(Boolean).join(' ')}
      data-field={model.field.id}
      data-typed={typed.isUnobservable ? 'no' : undefined}
    >
      {people.length > 0 && <span class="occupant">{t.writing(people.map(({ name }) => name).join(', '))}</span>}
      <input type="hidden" name={CONTROL.seen(model.field.id)} value={JSON.stringify(theirs ? contentOf(theirs) : cell)} />
      {hasGroup ? (
        <fieldset class="field" aria-describedby={said}>
          <legend>{label}</legend>
          {body}
        </fieldset>
      ) : (
        <div class="field">
          <label for={id}>{label}</label>
          {body}
        </div>
      )}
      {cell.version > 0 && (
        <a class="meta versions" href={historyAt(at, { row, field: model.field.id })}>
          <Icon name="history" /> {t.history}
          <span class="sr">{` ${t.historyOf(model.label)}`}</span>
        </a>
      )}
    </div>
  );
};

const contentOf = ({ state, value, version }: Cell): Cell => ({ state, value, version });

const FieldControl = ({
  model,
  typed,
  problem,
  act,
  id,
  describedBy,
}: CellFieldProps & { id: string; describedBy: string | undefined }) => {
  const { field, choices } = model;
  const write = act && ((written: Typed): void => act.change({ ...typed, typed: written }));
  if (isEntries(field))
    return <Entries model={model} entries={typed.typed as readonly TypedEntry[]} onTyped={write} isDisabled={typed.isUnobservable} />;
  const written = field.type === 'list' ? ({ ...field, type: 'longtext' } as const) : field;
  return (
    <Control
      id={id}
      name={CONTROL.value(field.id)}
      field={written as Parameters<typeof Control>[0]['field']}
      choices={choices}
      typed={typed.typed as TypedValue}
      describedBy={describedBy}
      isWrong={problem !== null}
      isDisabled={Boolean(act) && typed.isUnobservable}
      onTyped={write}
    />
  );
};

const Unobservable = ({ model, typed, act }: CellFieldProps) => {
  const t = useText(workspaceTexts).field;
  return (
    <label class="pick unobservable">
      <input
        type="checkbox"
        name={CONTROL.unobservable(model.field.id)}
        checked={typed.isUnobservable}
        aria-label={t.notObservableFor(model.label)}
        onChange={({ currentTarget }) => act?.change({ ...typed, isUnobservable: currentTarget.checked })}
      />
      <span>{t.notObservable}</span>
    </label>
  );
};

const FieldProblem = ({ id, model, problem }: { id: string; model: FieldModel; problem: Problem }) => {
  const [t, lang] = [useText(workspaceTexts).problems, useLang()];
  const most = model.field.validation.maxLength ?? LONGEST_TEXT;
  return (
    <p class="error" id={`${id}-error`} role="alert">
      <Icon name="alert" />
      <span>{problem === 'tooLong' ? t.tooLong(numberText(lang, most)) : t[problem]}</span>
    </p>
  );
};

/** What somebody else saved meanwhile, beside what stands in the control, until one of the two is chosen. */
const Theirs = ({ model, theirs, zone, act }: CellFieldProps & { theirs: TheirCell }) => {
  const [t, lang] = [useText(workspaceTexts).conflict, useLang()];
  return (
    <div class="their-cell" role="alert">
      <p class="small">{t.theirs(theirs.by, timeText(lang, theirs.at, 'plain', zone))}</p>
      <p class="their-value">
        <CellText model={model} cell={theirs} />
      </p>
      {act && (
        <p class="row gap2">
          <Button type="button" size="small" onClick={act.keepTheirs}>
            {t.keepTheirs}
          </Button>
          <Button type="button" size="small" onClick={act.keepMine}>
            {t.keepMine}
          </Button>
        </p>
      )}
    </div>
  );
};
