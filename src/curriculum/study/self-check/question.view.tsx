import { FieldNotes, useField } from '../../../platform/markup/fields.js';
import { useText } from '../../../platform/markup/frame.js';
import { Icon } from '../../../platform/markup/icons.js';
import { studyTexts } from '../text.js';
import { answerField, type AskedQuestion, type Feedback } from './self-check.shared.js';

interface QuestionProps {
  readonly question: AskedQuestion;
  /** Its number among the others, counted from 1, where it is not told elsewhere. */
  readonly number?: number;
  readonly chosen: readonly string[];
  /** Once it is answered. */
  readonly feedback?: Feedback | null | undefined;
  readonly choose?: ((option: string) => void) | undefined;
}

/** A question with its options; once answered, with what was right. */
export const QuestionField = ({ question, number, chosen, feedback, choose }: QuestionProps) => {
  const t = useText(studyTexts).check;
  const field = useField({ name: answerField(question.id), hint: question.isSeveral ? t.several : undefined });
  return (
    <fieldset
      class="question"
      id={field.id}
      tabIndex={-1}
      disabled={Boolean(feedback)}
      aria-describedby={field.control['aria-describedby']}
    >
      <legend class="q">
        {number !== undefined && <span class="num">{number}. </span>}
        {question.prompt}
      </legend>
      <div class="stack gap2">
        <FieldNotes field={field} hint={question.isSeveral ? t.several : undefined} />
        {question.options.map((option) => (
          <Option key={option.id} question={question} option={option} chosen={chosen} feedback={feedback} choose={choose} />
        ))}
      </div>
    </fieldset>
  );
};

type OptionProps = Pick<QuestionProps, 'question' | 'chosen'> & {
  readonly option: AskedQuestion['options'][number];
  readonly feedback?: Feedback | null | undefined;
  readonly choose?: QuestionProps['choose'];
};

const Option = ({ question, option, chosen, feedback, choose }: OptionProps) => {
  const t = useText(studyTexts).check;
  const [isChosen, isRight] = [chosen.includes(option.id), feedback?.right.includes(option.id) ?? false];
  const said = feedback && [isRight && t.rightOption, isChosen && t.yourChoice].filter(Boolean).join(', ');
  return (
    <label class={feedback ? `choice ${isRight ? 'is-right' : isChosen ? 'is-wrong' : 'is-other'}` : 'choice'}>
      <input
        type={question.isSeveral ? 'checkbox' : 'radio'}
        name={answerField(question.id)}
        value={option.id}
        checked={isChosen}
        onChange={choose && (() => choose(option.id))}
      />
      <span>{option.text}</span>
      {said && (
        <span class="meta push verdict">
          {isRight && <Icon name="check" />} {said}
        </span>
      )}
    </label>
  );
};

/** Right or not quite, why, and where it is taught. */
export const FeedbackNote = ({ feedback }: { feedback: Feedback }) => {
  const t = useText(studyTexts).check;
  return (
    <div class={feedback.isRight ? 'banner ok' : 'banner warn'}>
      <Icon name={feedback.isRight ? 'check' : 'info'} />
      <p>
        <b>{feedback.isRight ? t.right : t.wrong}</b> {feedback.explanation}
      </p>
    </div>
  );
};

export const SlideLink = ({ feedback: { slide } }: { feedback: Feedback }) => {
  const t = useText(studyTexts).check;
  return slide ? (
    <a class="btn quiet" href={slide.href} target="_blank" rel="noopener">
      {t.slide(slide.number)}
    </a>
  ) : null;
};
