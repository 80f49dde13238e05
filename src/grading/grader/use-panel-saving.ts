import { h, type RefObject, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { postJson } from '../../platform/browser/post.js';
import { putSave } from '../../platform/browser/put-save.js';
import { type Saving, useAutosave } from '../../platform/browser/use-autosave.js';
import { FrameProvider, useFrame } from '../../platform/markup/frame.js';
import { SavedMark } from '../../platform/markup/notices.js';
import { markupTexts } from '../../platform/markup/text.js';
import { type AssessmentContent, FIELD, isSameContent, type SaveRequest, type Theirs } from '../assessing/assessment.shared.js';
import type { PanelProps } from './panel.shared.js';
import { graderTexts } from './text.js';

/** Where the working bar shows what became of the last change. */
export const SAVED_ID = 'grader-saved';

export interface PanelSaving {
  readonly saving: Saving<AssessmentContent>;
  /** What somebody else saved in between, until a person has chosen. */
  readonly theirs: Theirs | null;
  /** Ends a conflict with this content. */
  readonly settle: (content: AssessmentContent) => void;
}

/** Saves the panel's content as it changes, tells the bar, and keeps two contents apart when somebody else saved too. */
export function usePanelSaving(props: PanelProps, content: AssessmentContent, fields: RefObject<HTMLElement | null>): PanelSaving {
  const { lang, formToken } = useFrame();
  const token = useRef(formToken);
  const [theirs, setTheirs] = useState(props.conflict);
  const saving = useAutosave<AssessmentContent>({
    version: props.conflict?.version ?? props.version,
    fields,
    isSame: isSameContent,
    send: async (draft, version, moment) => {
      const sentences = { 'signed-out': graderTexts[lang].expired, 'somebody-else': markupTexts[lang].somebodyElse };
      return (await putSave<AssessmentContent>(token, props.address, requestOf(draft, version, moment), sentences)).answer;
    },
  });
  useChanges(props, content, saving, theirs);
  useEffect(() => {
    if (saving.state.kind === 'conflict') setTheirs(saving.state.theirs);
  }, [saving.state]);
  useSavedMark(props, saving, theirs);
  useGoing(props, saving, token, content);
  const settle = (chosen: AssessmentContent): void => {
    const from = theirs?.version ?? saving.version();
    setTheirs(null);
    void saving.settle(chosen, from);
  };
  return { saving, theirs, settle };
}

const requestOf = (content: AssessmentContent, version: number, moment: 'staying' | 'leaving'): SaveRequest => ({
  version,
  content,
  ...(moment === 'leaving' && { leaving: true }),
});

/** Every change but the first rendering is saved; while two contents wait for a choice, none is. */
function useChanges(props: PanelProps, content: AssessmentContent, saving: Saving<AssessmentContent>, theirs: Theirs | null): void {
  const last = useRef(props.content);
  useEffect(() => {
    if (content === last.current) return;
    last.current = content;
    if (!theirs && !props.readOnly) saving.change(content);
  }, [content]);
}

/** The bar is no part of the island: its one living piece is drawn from here. */
function useSavedMark({ savedAt, conflict }: PanelProps, { state }: Saving<AssessmentContent>, theirs: Theirs | null): void {
  const frame = useFrame();
  useEffect(() => {
    const element = document.getElementById(SAVED_ID);
    if (!element) return;
    const word = theirs ? 'conflict' : state.kind === 'idle' && savedAt ? 'saved' : state.kind;
    const at = state.kind === 'saved' ? state.at : (savedAt ?? undefined);
    render(h(FrameProvider, { frame, children: h(SavedMark, { state: word, at }) }), element);
  }, [state, theirs, conflict]);
}

/**
 * Going away: a form is sent once everything is saved, a page that closes lets go of its claim, and somebody who signed in
 * again elsewhere goes on here with what they had.
 */
function useGoing(
  { address }: PanelProps,
  saving: Saving<AssessmentContent>,
  token: { current: string },
  content: AssessmentContent,
): void {
  const now = useRef({ saving, content });
  now.current = { saving, content };
  useEffect(() => {
    const until = new AbortController();
    const { signal } = until;
    document.addEventListener('submit', (event) => void saveFirst(event, () => now.current.saving), { signal, capture: true });
    addEventListener(
      'pagehide',
      () => isKept(now.current.saving) && void postJson(`${address}/release`, {}, token.current).catch(() => undefined),
      { signal },
    );
    addEventListener('focus', goOn, { signal });
    return () => until.abort();
  }, []);

  const goOn = (): void => {
    if (now.current.saving.state.kind === 'refused') now.current.saving.change(now.current.content);
  };
}

const isKept = ({ state }: Saving<AssessmentContent>): boolean => state.kind === 'idle' || state.kind === 'saved';

/** Nothing is left behind: the form goes when the server has the content, and stays when it has not. */
async function saveFirst(event: SubmitEvent, saving: () => Saving<AssessmentContent>): Promise<void> {
  const form = event.target as HTMLFormElement;
  const choice = document.getElementById('conflict');
  if (form.method !== 'post' || (isKept(saving()) && !choice)) return;
  event.preventDefault();
  event.stopPropagation();
  if (choice) return choice.focus();
  const { submitter } = event;
  await saving().flush();
  if (saving().wouldLose()) return;
  const version = form.elements.namedItem(FIELD.version);
  if (version instanceof HTMLInputElement) version.value = String(saving().version());
  // The saved state reaches the component with its next rendering; this very form has waited for it already.
  setTimeout(() => form.requestSubmit(submitter), 0);
}
