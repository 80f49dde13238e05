import { useRef, useState } from 'preact/hooks';
import { postJson, putJson } from '../../../platform/browser/post.js';
import { type SentAnswer, sendRenewing } from '../../../platform/browser/renew.js';
import { useFrame, useText } from '../../../platform/markup/frame.js';
import { markupTexts } from '../../../platform/markup/text.js';
import { studyTexts } from '../text.js';
import type { AskedQuestion, Feedback, KeptTry, Refusal, Tries } from './self-check.shared.js';

export interface SelfCheckRunProps {
  readonly questions: readonly AskedQuestion[];
  readonly counts: boolean;
  readonly tries: Tries;
  readonly requestKey: string;
  /** Where tries are sent. */
  readonly address: string;
  /** The address of the unit. */
  readonly unit: string;
  readonly zone: string;
}

/** One question that was answered. */
export interface Answered {
  readonly question: AskedQuestion;
  readonly chosen: readonly string[];
  readonly feedback: Feedback;
}
type Saving = 'not-yet' | 'saving' | 'kept' | 'failed';

/** A try as it goes: asks the server question by question, and keeps the try as soon as the last one is answered. */
export function useSelfCheck({ questions, address, ...given }: SelfCheckRunProps) {
  const [index, setIndex] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  const [saving, setSaving] = useState<Saving>('not-yet');
  const [tries, setTries] = useState(given.tries);
  const key = useRef(given.requestKey);
  const { send, problem, tell } = useSending();
  const question = questions[index] ?? null;
  const current = answered[index] ?? null;

  const keep = async (all: readonly Answered[]): Promise<void> => {
    setSaving('saving');
    const answers = Object.fromEntries(all.map((one) => [one.question.id, one.chosen]));
    const kept = await send<KeptTry>((token) => putJson(address, { key: key.current, answers }, token));
    setSaving(kept ? 'kept' : 'failed');
    if (!kept) return;
    key.current = kept.nextKey;
    setTries(kept.tries);
  };
  const verify = async (words: { readonly unanswered: string }): Promise<void> => {
    if (!question) return;
    if (chosen.length === 0) return tell(words.unanswered);
    const feedback = await send<Feedback>((token) => postJson(`${address}/feedback`, { question: question.id, chosen }, token));
    if (!feedback) return;
    const all = [...answered, { question, chosen, feedback }];
    setAnswered(all);
    if (all.length === questions.length) await keep(all);
  };
  const choose = (option: string): void => {
    tell('');
    setChosen((before) => chosenAfter(before, option, question?.isSeveral ? 'several' : 'one'));
  };
  const next = (): void => {
    setChosen([]);
    setIndex(index + 1);
  };
  const again = (): void => {
    setIndex(0);
    setChosen([]);
    setAnswered([]);
    setSaving('not-yet');
  };
  return {
    index,
    question,
    current,
    chosen,
    answered,
    saving,
    tries,
    problem,
    choose,
    verify,
    next,
    again,
    keepAgain: () => keep(answered),
  };
}

function chosenAfter(before: readonly string[], option: string, kind: 'one' | 'several'): readonly string[] {
  if (kind === 'one') return [option];
  return before.includes(option) ? before.filter((one) => one !== option) : [...before, option];
}

/** Sends, and says what stood in the way; null where nothing came back that can be used. */
function useSending() {
  const [problem, tell] = useState('');
  const token = useRef(useFrame().formToken);
  const t = useText(studyTexts).check;
  const { somebodyElse } = useText(markupTexts);
  const isUnderWay = useRef(false);
  const send = async <T>(by: (formToken: string) => Promise<{ status: number; body: unknown }>): Promise<T | null> => {
    // State is told at the next rendering: a second click comes before.
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    tell('');
    const sent = await sendRenewing<T | Refusal>(token, by as (formToken: string) => Promise<SentAnswer<T | Refusal>>).catch(() => null);
    isUnderWay.current = false;
    if (sent?.status === 200) return sent.body as T;
    const because = sent?.shutOut === 'somebody-else' ? somebodyElse : sent?.shutOut ? t.shutOut : null;
    tell(because ?? (sent ? (sent.body as Refusal).message : t.noAnswer));
    return null;
  };
  return { send, problem, tell };
}
