import type { RefObject } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { FIELD, tallyOf } from '../assessing/assessment.shared.js';
import { partId } from './criterion.view.js';
import { Judging } from './judging.view.js';
import { type PanelProps, panelReducer, partsOf } from './panel.shared.js';
import { KeyLine, NotYet, ShortcutList, Total } from './panel-foot.view.js';
import { graderTexts } from './text.js';
import { chooseLevel, focusPart, usePanelKeys } from './use-panel-keys.js';
import { usePanelSaving } from './use-panel-saving.js';

/** The rubric of one submission: chosen by mouse or keyboard, saved by itself; without a script, a form to send. */
export function GradingPanel(props: PanelProps) {
  const t = useText(graderTexts);
  const panel = useRef<HTMLDivElement>(null);
  const keyList = useRef<HTMLDialogElement>(null);
  const openKeyList = (): void => keyList.current?.showModal();
  const { content, act, active, setActive, missing, theirs, saving, settle, finish } = usePanel(props, panel, openKeyList);
  return (
    <div class="panel" ref={panel} onFocusIn={({ target }) => setActive(target)}>
      <header class="row">
        <h2 id="rubric">{t.rubric}</h2>
        <Button type="button" kind="quiet" size="small" icon="keyboard" shortcut="?" class="push with-script" onClick={openKeyList}>
          {t.shortcuts}
        </Button>
      </header>
      <Form action={props.address} class="stage-rubric">
        <input type="hidden" name={FIELD.version} value={theirs?.version ?? saving.version()} />
        <Judging panel={props} content={content} theirs={theirs} active={active} settle={settle} change={act} />
        <NotYet stageRubric={props.stageRubric} missing={missing} state={saving.state} />
        <Total {...{ ...props, content, finish }} settle={theirs && (() => settle(content))} />
      </Form>
      <KeyLine levels={levelsOf(props)} />
      <ShortcutList of={keyList} levels={levelsOf(props)} shortcuts={props.shortcuts} />
    </div>
  );
}

/** State, saving and keys of the panel, tied together. */
function usePanel(props: PanelProps, panel: RefObject<HTMLDivElement | null>, list: () => void) {
  const { stageRubric } = props;
  const parts = partsOf(stageRubric);
  const [{ content }, act] = useReducer(
    useMemo(() => panelReducer(stageRubric), [stageRubric]),
    { content: props.content, past: [] },
  );
  const { saving, theirs, settle } = usePanelSaving(props, content, panel);
  const [missing, setMissing] = useState(props.lacking);
  const [index, setIndex] = useState(-1);
  const hasMoved = useRef(false);
  const active = parts[index] ?? '';
  const goTo = (key: string): void => focusPart(panel.current, partId(key));
  const markPlace = (next: number): void => {
    hasMoved.current = true;
    setIndex(next);
  };
  const moveTo = (next: number): void => {
    markPlace(next);
    goTo(parts[next] ?? '');
  };
  const finish = (): void => {
    const { lacking } = tallyOf(stageRubric, content);
    setMissing(lacking);
    if (theirs) return document.getElementById('conflict')?.focus();
    if (lacking[0]) return goTo(lacking[0]);
    const button = panel.current?.querySelector<HTMLButtonElement>('button[formaction]');
    button?.form?.requestSubmit(button);
  };
  useEffect(() => setIndex(Math.max(0, parts.indexOf(tallyOf(stageRubric, content).lacking[0] ?? ''))), []);
  usePanelKeys(props, {
    levels: levelsOf(props),
    // The first key goes where the panel already points, or it would pass that criterion over.
    go: (by) => moveTo(hasMoved.current ? Math.max(0, Math.min(parts.length - 1, index + by)) : Math.max(0, index)),
    choose: (index) => chooseLevel(panel.current, partId(active), index),
    step: (by) => act({ is: 'step', of: active, by }),
    comment: () => panel.current?.querySelector<HTMLElement>(`#${partId(active)} textarea`)?.focus(),
    leaveComment: () => goTo(active),
    undo: () => act({ is: 'undo' }),
    finish,
    list,
  });
  const setActive = (target: EventTarget | null): void => {
    const around = target instanceof Element ? parts.findIndex((key) => target.closest(`#${partId(key)}`)) : -1;
    if (around >= 0) markPlace(around);
  };
  return { content, act, active, setActive, missing, theirs, saving, settle, finish };
}

const levelsOf = ({ stageRubric }: PanelProps): number =>
  Math.max(stageRubric.gate.levels.length, ...stageRubric.criteria.map(({ levels }) => levels.length));
