import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../platform/markup/forms.js';
import { useText } from '../../../platform/markup/frame.js';
import { studyTexts } from '../text.js';
import { CheckHead } from './check-head.view.js';
import { FeedbackNote, QuestionField, SlideLink } from './question.view.js';
import { ResultOfTry } from './result.view.js';
import { TryList } from './tries.view.js';
import { type SelfCheckRunProps, useSelfCheck } from './use-self-check.js';
import { WholeForm } from './whole-form.view.js';

/** The self-check: one question after the other, each with its feedback; without a script, all of them in one form. */
export function SelfCheckRun(props: SelfCheckRunProps) {
  const { questions, counts, address, requestKey, unit, zone } = props;
  const [isAwake, wake] = useState(false);
  useEffect(() => wake(true), []);
  const run = useSelfCheck(props);
  return (
    <>
      <CheckHead count={questions.length} counts={counts} number={isAwake && run.question ? run.index + 1 : undefined} />
      {!isAwake && <WholeForm questions={questions} action={address} requestKey={requestKey} />}
      {isAwake && run.question && <Step run={run} isLast={run.index + 1 === questions.length} />}
      {isAwake && !run.question && <ResultOfTry run={run} />}
      <TryList tries={run.tries} unit={unit} zone={zone} />
    </>
  );
}

type Run = ReturnType<typeof useSelfCheck>;

const Step = ({ run, isLast }: { run: Run; isLast: boolean }) => {
  const t = useText(studyTexts).check;
  const form = useRef<HTMLFormElement>(null);
  const { question, current, index } = run;
  // Whoever hears the page is taken to the question that comes; at the first one, nobody has asked for it yet.
  useEffect(() => {
    if (index > 0) form.current?.querySelector('fieldset')?.focus();
  }, [index]);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (current) run.next();
    else void run.verify(t);
  };
  return (
    <form class="stack gap4" ref={form} onSubmit={onSubmit} noValidate>
      <QuestionField
        key={question!.id}
        question={question!}
        chosen={current?.chosen ?? run.chosen}
        feedback={current?.feedback ?? null}
        choose={run.choose}
      />
      <div role="status">{current && <FeedbackNote feedback={current.feedback} />}</div>
      {run.problem && (
        <p class="error" role="alert">
          {run.problem}
        </p>
      )}
      <div class="row">
        {current && <SlideLink feedback={current.feedback} />}
        <Button kind="primary" class="push" iconAfter={current ? 'right' : undefined}>
          {current ? (isLast ? t.seeResult : t.next) : t.verify}
        </Button>
      </div>
    </form>
  );
};
