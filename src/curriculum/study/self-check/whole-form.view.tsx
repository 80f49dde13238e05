import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormProblems } from '../../../platform/http/form.js';
import { Button, Form } from '../../../platform/markup/forms.js';
import { useText } from '../../../platform/markup/frame.js';
import { Own, Shared } from '../../../platform/markup/shared.js';
import { studyTexts } from '../text.js';
import { QuestionField } from './question.view.js';
import { answerField, type AskedQuestion, KEY_FIELD } from './self-check.shared.js';

interface WholeFormProps {
  readonly questions: readonly AskedQuestion[];
  /** Where it is sent. */
  readonly action: string;
  readonly requestKey: string;
  readonly problems?: FormProblems | undefined;
}

const RequestKey = createContext('');

/** Every question at once: the self-check as it is without a script. As long as none is answered, the same for everybody. */
export const WholeForm = ({ requestKey, ...asked }: WholeFormProps) => (
  <RequestKey.Provider value={requestKey}>
    {asked.problems ? <Questions {...asked} /> : <Shared of={Questions} props={asked} content={['questions']} />}
  </RequestKey.Provider>
);

const KeyField = () => <input type="hidden" name={KEY_FIELD} value={useContext(RequestKey)} />;

const Questions = ({ questions, action, problems }: Omit<WholeFormProps, 'requestKey'>) => {
  const t = useText(studyTexts).check;
  const labels = Object.fromEntries(questions.map(({ id }, index) => [answerField(id), t.position(index + 1, questions.length)]));
  return (
    <Form action={action} class="stack gap6" scope="check" problems={problems} labels={labels}>
      <Own>
        <KeyField />
      </Own>
      {questions.map((question, index) => (
        <QuestionField key={question.id} question={question} number={index + 1} chosen={chosenIn(problems, question.id)} />
      ))}
      <div>
        <Button kind="primary">{t.finish}</Button>
      </div>
    </Form>
  );
};

const chosenIn = (problems: FormProblems | undefined, question: string): readonly string[] =>
  problems?.typed[answerField(question)]?.split(',') ?? [];
