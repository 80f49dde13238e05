import type { FormProblems } from '../../../platform/http/form.js';
import { Choice } from '../../../platform/markup/fields.js';
import { Button, Form, LinkButton } from '../../../platform/markup/forms.js';
import { useLang, useText } from '../../../platform/markup/frame.js';
import { Island } from '../../../platform/markup/island.js';
import { Banner } from '../../../platform/markup/notices.js';
import type { ContentSource } from '../../unit-cache.js';
import { SourceNote } from '../source-note.view.js';
import { studyTexts } from '../text.js';
import { CheckHead } from './check-head.view.js';
import { FeedbackNote, QuestionField, SlideLink } from './question.view.js';
import { SelfCheckRun } from './self-check.island.js';
import type { OpenedTry, ShownSelfCheck } from './self-check.service.js';
import { TryList } from './tries.view.js';
import { WholeForm } from './whole-form.view.js';

/** What has just become of a form of the self-check. */
export interface SelfCheckNotice {
  /** The questions, sent with some of them unanswered. */
  readonly problems?: FormProblems;
  /** The choice whether tries count was saved. */
  readonly isSaved?: boolean;
  /** It was not, because somebody else chose meanwhile: what was chosen here. */
  readonly overtaken?: boolean;
}

interface SelfCheckProps {
  readonly check: ShownSelfCheck;
  readonly notice: SelfCheckNotice;
  readonly source: ContentSource | null;
  /** The address of the unit. */
  readonly unit: string;
  readonly isStaff: boolean;
  readonly zone: string;
}

/** Questions to try alone. What is right is nowhere in it before it is answered. */
export const SelfCheckSection = ({ check, notice, source, unit, isStaff, zone }: SelfCheckProps) => {
  const t = useText(studyTexts).check;
  return (
    <section id="self-check" class="card self-check" aria-labelledby="h-self-check">
      <Questions check={check} unit={unit} zone={zone} problems={notice.problems} />
      {isStaff && <p class="meta">{t.staffTries}</p>}
      {check.mayDecide && <CountingForm check={check} notice={notice} unit={unit} />}
      <SourceNote source={source} />
    </section>
  );
};

type QuestionsProps = Pick<SelfCheckProps, 'check' | 'unit' | 'zone'> & { readonly problems: FormProblems | undefined };

/** A new try, or an old one read again. */
const Questions = ({ check, unit, zone, problems }: QuestionsProps) => {
  const lang = useLang();
  const { questions, tries, opened, counting, mayTry, requestKey } = check;
  const address = `${unit}/self-check`;
  const isNew = !opened && !problems && mayTry.allowed;
  if (isNew)
    return (
      <Island name="self-check" of={SelfCheckRun} props={{ questions, counts: counting.counts, tries, requestKey, address, unit, zone }} />
    );
  return (
    <>
      <CheckHead count={questions.length} counts={counting.counts} />
      {!mayTry.allowed && <Banner>{mayTry.because[lang]}</Banner>}
      {opened && <ReadAgain opened={opened} unit={unit} />}
      {!opened && mayTry.allowed && <WholeForm questions={questions} action={address} requestKey={requestKey} problems={problems} />}
      <TryList tries={tries} unit={unit} zone={zone} />
    </>
  );
};

const ReadAgain = ({ opened, unit }: { opened: OpenedTry; unit: string }) => {
  const t = useText(studyTexts).check;
  const { attempt, right, asked, answered, withdrawn } = opened;
  return (
    <div class="stack gap6">
      <div>
        <h3>{t.attemptOf(attempt)}</h3>
        <p>
          <b>{t.result(right, asked)}.</b> {t.resultSentence(right, asked)}
        </p>
      </div>
      {answered.map(({ question, chosen, feedback }, index) => (
        <div key={question.id} class="stack gap3">
          <QuestionField question={question} number={index + 1} chosen={chosen} feedback={feedback} />
          <FeedbackNote feedback={feedback} />
          {!feedback.isRight && (
            <div>
              <SlideLink feedback={feedback} />
            </div>
          )}
        </div>
      ))}
      {withdrawn > 0 && <p class="meta">{t.withdrawn(withdrawn)}</p>}
      <div>
        <LinkButton kind="primary" href={`${unit}#self-check`}>
          {t.again}
        </LinkButton>
      </div>
    </div>
  );
};

/** For lecturers: whether the best try counts. It does not unless they say so. */
const CountingForm = ({ check: { counting }, notice, unit }: Pick<SelfCheckProps, 'check' | 'notice' | 'unit'>) => {
  const t = useText(studyTexts).counting;
  const isOvertaken = notice.overtaken !== undefined;
  return (
    <Form action={`${unit}/self-check/counting`} class="counting stack gap3">
      <h3>{t.title}</h3>
      {notice.isSaved && (
        <Banner kind="ok" role="status">
          {t.saved}
        </Banner>
      )}
      {isOvertaken && (
        <Banner kind="warn" role="alert">
          {t.conflict}
        </Banner>
      )}
      <input type="hidden" name="version" value={counting.version} />
      <Choice type="checkbox" name="counts" label={t.label} hint={t.hint} checked={notice.overtaken ?? counting.counts} />
      <div>
        <Button size="small">{t.save}</Button>
      </div>
    </Form>
  );
};
