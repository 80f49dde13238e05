import { useEffect, useRef, useState } from 'preact/hooks';
import { putSave } from '../../platform/browser/put-save.js';
import { Autosave, type SaveState, watchPage } from '../../platform/browser/save.js';
import { useFrame, useText } from '../../platform/markup/frame.js';
import { SavedMark } from '../../platform/markup/notices.js';
import { markupTexts } from '../../platform/markup/text.js';
import { Time } from '../../platform/markup/time.js';
import type { SaveAnswer } from '../../platform/saving/save.shared.js';
import { submissionTexts } from '../text.js';
import { BASE_FIELDS, TEXT_FIELDS } from './draft-fields.shared.js';
import { countWords } from './words.shared.js';

interface DraftSaveProps {
  /** Where the draft's texts are put. */
  readonly address: string;
  /** The version the page was made from; 0 before the first save. */
  readonly version: number;
  readonly savedAt: string | null;
  readonly zone: string;
}

/** By the key of the deliverable. */
type Texts = Readonly<Record<string, string>>;

/** Saves the texts of the form it stands in, and says so. Files and the buttons stay the form's own; without a script nothing is missing but this line. */
export function DraftSave({ address, version, savedAt, zone }: DraftSaveProps) {
  const box = useRef<HTMLDivElement>(null);
  const [state, tell] = useState<SaveState<Texts>>(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'idle' });
  const token = useRef(useFrame().formToken);
  const { words, expired, conflict } = useText(submissionTexts).work;
  const { somebodyElse } = useText(markupTexts);
  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return undefined;
    const sentences = { 'signed-out': expired, 'somebody-else': somebodyElse };
    const send = async (texts: Texts, madeFrom: number): Promise<SaveAnswer<Texts>> => {
      const work = { version: madeFrom, texts, base: basesOf(form) };
      const { shutOut, answer } = await putSave<Texts>(token, address, work, sentences);
      // The form stays: a page that says “sign in” would take its texts along.
      form.toggleAttribute('data-shut-out', shutOut !== null);
      return noted(form, texts, answer);
    };
    return watch(form, new Autosave<Texts>({ version, send, tell, isSame }), words);
  }, []);
  return (
    <div ref={box}>
      <SavedMark state={state.kind} at={state.kind === 'saved' ? state.at : undefined} />
      {state.kind === 'conflict' && (
        <p class="error" role="alert">
          {conflict.title(state.theirs.by)} <Time at={state.theirs.at} form="plain" zone={zone} />
        </p>
      )}
      {state.kind === 'refused' && (
        <p class="error" role="alert">
          {state.because}
        </p>
      )}
    </div>
  );
}

/** The form's base is what was saved last, for the buttons and the next save alike: or they would quarrel with the page's own saves. */
function noted(form: HTMLFormElement, sent: Texts, outcome: SaveAnswer<Texts>): SaveAnswer<Texts> {
  if (outcome.kind !== 'saved') return outcome;
  for (const input of form.querySelectorAll<HTMLInputElement>(`input[name^="${BASE_FIELDS}"]`)) {
    const text = sent[input.name.slice(BASE_FIELDS.length)];
    if (text !== undefined) input.value = text;
  }
  const version = form.elements.namedItem('version');
  if (version instanceof HTMLInputElement) version.value = String(outcome.version);
  return outcome;
}

/** The server may hold texts of fields that nobody has filled in here. */
const isSame = (mine: Texts, theirs: Texts): boolean => Object.entries(mine).every(([key, text]) => text === (theirs[key] ?? ''));

function watch(form: HTMLFormElement, autosave: Autosave<Texts>, words: (count: number, most: number) => string): () => void {
  const until = new AbortController();
  const { signal } = until;
  let unwatch = watchPage(autosave, form);
  const onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    recount(form, target, words);
    // What is typed while the form is on its way belongs to the next page.
    if (!form.hasAttribute('data-sending')) autosave.change(textsOf(form));
  };
  const onSubmit = (event: SubmitEvent): void => {
    if (form.dataset['settled'] === 'yes') return;
    event.preventDefault();
    const send = (): void => {
      if (form.hasAttribute('data-shut-out')) return;
      // The form carries everything: nobody is asked whether to leave it behind.
      unwatch();
      form.dataset['settled'] = 'yes';
      form.requestSubmit(event.submitter);
    };
    // As a task of its own: a form that is still being told of one submission takes no other.
    void settled(autosave).then(() => setTimeout(send));
  };
  const onReturn = (): void => {
    if (form.dataset['settled'] !== 'yes') return;
    delete form.dataset['settled'];
    unwatch = watchPage(autosave, form);
  };
  form.addEventListener('input', onInput, { signal });
  // Typed before this script was there, or put back by the browser.
  if (!isSame(textsOf(form), basesOf(form))) autosave.change(textsOf(form));
  form.addEventListener('submit', onSubmit, { signal });
  addEventListener('pageshow', onReturn, { signal });
  form.addEventListener('input', onReturn, { signal });
  return () => {
    until.abort();
    unwatch();
  };
}

/** A save that is under way comes home before the form leaves, or both would be made from one version. */
const settled = (autosave: Autosave<Texts>): Promise<void> =>
  Promise.race([autosave.flush(), new Promise<void>((enough) => setTimeout(enough, 3000))]);

const textsOf = (form: HTMLFormElement): Texts =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLTextAreaElement>(`textarea[name^="${TEXT_FIELDS}"]`)].map(({ name, value }) => [
      name.slice(TEXT_FIELDS.length),
      value,
    ]),
  );

const basesOf = (form: HTMLFormElement): Texts =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>(`input[name^="${BASE_FIELDS}"]`)].map(({ name, value }) => [
      name.slice(BASE_FIELDS.length),
      value,
    ]),
  );

function recount(form: HTMLFormElement, { name, value }: HTMLTextAreaElement, words: (count: number, most: number) => string): void {
  const counter = form.querySelector<HTMLElement>(`[data-words-of="${CSS.escape(name)}"]`);
  if (!counter) return;
  const [count, most] = [countWords(value), Number(counter.dataset['most'])];
  counter.textContent = words(count, most);
  counter.classList.toggle('over', count > most);
}
