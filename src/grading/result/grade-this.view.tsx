import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { gradingTexts } from '../text.js';

interface GradeThisProps {
  /** The course's slug. */
  readonly course: string;
  readonly submission: string;
}

/** Opens a submission in the grader. */
export const GradeThis = ({ course, submission }: GradeThisProps) => (
  <Form action={`/courses/${course}/grading/open`} class="inline">
    <input type="hidden" name="submission" value={submission} />
    <Button>{useText(gradingTexts).result.grade}</Button>
  </Form>
);
