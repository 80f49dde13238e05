import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner } from '../../platform/markup/notices.js';
import { Crumbs } from '../../platform/markup/components.js';
import { type CourseActor, isStaff } from '../../platform/security/actor.js';
import { ReceiptCard, SubmittedFiles, SubmittedText, type SubmittedWork } from '../../submissions/index.js';
import { mayGrade } from '../grading.policy.js';
import { gradingTexts } from '../text.js';
import { ResultSection } from './result.view.js';
import type { Result } from './results.service.js';

export interface AttemptPageProps {
  readonly actor: CourseActor;
  readonly work: SubmittedWork;
  readonly result: Result | null;
  readonly done: 'handed-in' | null;
}

/** One attempt: its receipt, what was written and attached, and its result once that is posted. */
export const AttemptPage = ({ actor, work, result, done }: AttemptPageProps) => {
  const [t, lang] = [useText(gradingTexts).result, useLang()];
  const { assignment, stage, attempt } = work;
  const at = `/courses/${actor.course.slug}`;
  const title = t.title(stage.spec.number, attempt);
  const assignmentTitle = assignment.content.spec.title[lang];
  return (
    <Layout title={title} current={isStaff(actor) ? 'grading' : 'project'}>
      <div class="wrap page attempt">
        <Crumbs trail={[{ label: assignmentTitle, href: `${at}/assignments/${assignment.content.key}` }, { label: title }]} />
        <header class="page-head">
          <div>
            <h1>{title}</h1>
            <p class="soft">{`${stage.spec.title[lang]}, ${work.team.name}`}</p>
          </div>
          {mayGrade(actor, work.team).allowed && <GradeThis at={at} id={work.id} />}
        </header>
        {done && !isStaff(actor) && (
          <Banner kind="ok" role="status">
            {t.handedIn}
          </Banner>
        )}
        {result && <ResultSection result={result} zone={actor.course.timeZone} />}
        <ReceiptCard work={work} zone={actor.course.timeZone} />
        <section class="stack" aria-labelledby="texts">
          <h2 id="texts">{t.texts}</h2>
          <SubmittedText work={work} />
        </section>
        {work.files.length > 0 && (
          <section class="stack" aria-labelledby="files">
            <h2 id="files">{t.files}</h2>
            <SubmittedFiles work={work} course={actor.course.slug} />
          </section>
        )}
      </div>
    </Layout>
  );
};

const GradeThis = ({ at, id }: { at: string; id: string }) => (
  <Form action={`${at}/grading/open`} class="inline">
    <input type="hidden" name="submission" value={id} />
    <Button>{useText(gradingTexts).result.grade}</Button>
  </Form>
);
