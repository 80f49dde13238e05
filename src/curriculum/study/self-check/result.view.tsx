import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../platform/markup/forms.js';
import { useText } from '../../../platform/markup/frame.js';
import { Icon } from '../../../platform/markup/icons.js';
import { studyTexts } from '../text.js';
import { SlideLink } from './question.view.js';
import type { Answered, useSelfCheck } from './use-self-check.js';

/** How the try went, whether it is kept, and what to look at again. */
export const ResultOfTry = ({ run }: { run: ReturnType<typeof useSelfCheck> }) => {
  const t = useText(studyTexts).check;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { answered, saving, problem } = run;
  const right = answered.filter(({ feedback }) => feedback.isRight).length;
  return (
    <div class="stack gap4">
      <div>
        <h3 ref={heading} tabIndex={-1} class="score num">
          {t.result(right, answered.length)}
        </h3>
        <p>{t.resultSentence(right, answered.length)}</p>
      </div>
      <ol role="list" class="outcomes small">
        {answered.map((one) => (
          <Outcome key={one.question.id} answered={one} />
        ))}
      </ol>
      <p class="meta" role="status">
        {saving === 'saving' && t.keeping}
        {saving === 'kept' && t.kept}
        {saving === 'failed' && (problem || t.notKept)}
      </p>
      <div class="row">
        {saving === 'failed' && (
          <Button type="button" kind="primary" onClick={() => void run.keepAgain()}>
            {t.keepAgain}
          </Button>
        )}
        <Button type="button" icon="sync" disabled={saving === 'saving'} onClick={run.again}>
          {t.again}
        </Button>
      </div>
    </div>
  );
};

const Outcome = ({ answered: { question, feedback } }: { answered: Answered }) => {
  const t = useText(studyTexts).check;
  return (
    <li class={feedback.isRight ? 'row is-right' : 'row is-wrong'}>
      <Icon name={feedback.isRight ? 'check' : 'info'} />
      <span>
        <span class="sr">{feedback.isRight ? t.right : t.wrong} </span>
        {question.prompt}
      </span>
      {!feedback.isRight && <SlideLink feedback={feedback} />}
    </li>
  );
};
