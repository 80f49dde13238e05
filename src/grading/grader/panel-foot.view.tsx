import type { RefObject } from 'preact';
import { roundPoints } from '../../kernel/points.js';
import { numberText } from '../../platform/markup/amounts.js';
import type { SaveState } from '../../platform/browser/save.js';
import { Button } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { pointsOf, tallyOf, type AssessmentContent } from '../assessing/assessment.shared.js';
import type { PanelProps } from './panel.shared.js';
import { graderTexts } from './text.js';

interface TotalProps extends Pick<PanelProps, 'stageRubric' | 'late' | 'readOnly' | 'address'> {
  readonly content: AssessmentContent;
  /** While two contents wait for a choice there is nothing to finish: only to save what one sees. */
  readonly settle: (() => void) | null;
  readonly finish: () => void;
}

/** The foot of the panel: what it comes to so far, what is left, and the way on. */
export const Total = ({ stageRubric, content, late, readOnly, address, settle, finish }: TotalProps) => {
  const [t, lang] = [useText(graderTexts), useLang()];
  const { earned, outOf, lacking } = tallyOf(stageRubric, content);
  return (
    <footer class="running-total">
      <p>
        <span class="meta">{t.total}</span>
        <b class="num">{outOf > 0 ? numberText(lang, earned) : '—'}</b>{' '}
        <span class="num">{t.totalOf(numberText(lang, outOf || pointsOf(stageRubric)))}</span>
      </p>
      <p class="meta" aria-live="polite">
        {t.left(lacking.length)}
        {late && earned > 0 && <span>{t.lateness(late.days, roundPoints(earned * late.share))}</span>}
      </p>
      {!readOnly && (
        <p class="row gap2 push">
          <Button class="without-script">{t.save}</Button>
          {settle ? (
            <Button type="button" kind="primary" onClick={settle}>
              {t.conflict.settle}
            </Button>
          ) : (
            <Button
              kind="primary"
              formAction={`${address}/finish`}
              aria-keyshortcuts="Enter"
              onClick={(event) => {
                event.preventDefault();
                finish();
              }}
            >
              {t.finish} <kbd aria-hidden="true">⏎</kbd>
            </Button>
          )}
        </p>
      )}
    </footer>
  );
};

interface NotYetProps extends Pick<PanelProps, 'stageRubric'> {
  /** Keys of what had no level when somebody wanted to finish. */
  readonly missing: readonly string[];
  readonly state: SaveState<AssessmentContent>;
}

/** Why it does not go on: something has no level yet, or the server has not got everything. */
export const NotYet = ({ stageRubric, missing, state }: NotYetProps) => {
  const [t, lang] = [useText(graderTexts), useLang()];
  const names = [...stageRubric.criteria, stageRubric.gate].filter(({ key }) => missing.includes(key)).map(({ title }) => title[lang]);
  const because =
    state.kind === 'refused' ? state.because : state.kind === 'offline' ? t.notSent : names.length > 0 ? t.toChoose(names) : null;
  return (
    <p class="not-yet" role="status">
      {because}
    </p>
  );
};

/** The keys, in one line under the total: the whole list opens with a question mark. */
export const KeyLine = ({ levels }: { readonly levels: number }) => {
  const t = useText(graderTexts).keysShort;
  return (
    <p class="keys meta with-script" aria-hidden="true">
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t.criterion}
      </span>
      <span>
        <kbd>1</kbd> {t.to} <kbd>{levels}</kbd> {t.level}
      </span>
      <span>
        <kbd>+</kbd> <kbd>−</kbd> {t.points}
      </span>
      <span>
        <kbd>C</kbd> {t.comment}
      </span>
      <span>
        <kbd>Z</kbd> {t.undo}
      </span>
    </p>
  );
};

interface ShortcutListProps {
  readonly of: RefObject<HTMLDialogElement | null>;
  readonly levels: number;
  readonly shortcuts: PanelProps['shortcuts'];
}

export const ShortcutList = ({ of, levels, shortcuts }: ShortcutListProps) => {
  const t = useText(graderTexts);
  const keys: readonly (readonly [string, string])[] = [
    ['J K', t.keys.criterion],
    [`1 … ${levels}`, t.keys.level],
    ['+ −', t.keys.points],
    ['C', t.keys.comment],
    ['Esc', t.keys.leaveComment],
    ['Z', t.keys.undo],
    ['⏎', t.keys.finish],
    ['Ctrl ⏎', t.keys.finishInField],
    ['N', t.keys.next],
    ['P', t.keys.previous],
    ['?', t.keys.list],
  ];
  return (
    <dialog ref={of} aria-labelledby="shortcut-list" class="shortcut-list">
      <h2 id="shortcut-list">{t.shortcutsTitle}</h2>
      {shortcuts === 'off' && <p class="small">{t.shortcutsOff}</p>}
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>{key.split(' ').map((part) => (part === '…' ? ' … ' : <kbd key={part}>{part}</kbd>))}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <footer>
          <button class="btn">{t.close}</button>
        </footer>
      </form>
    </dialog>
  );
};
