import { Fragment } from 'preact';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner } from '../../platform/markup/notices.js';
import { Crumbs } from '../../platform/markup/components.js';
import { type CourseActor, isStaff } from '../../platform/security/actor.js';
import { assignmentAt } from '../addresses.js';
import { ReceiptCard, SubmittedFiles, SubmittedText } from '../submission-parts.view.js';
import type { SubmittedWork } from '../submitted-work.js';
import { submissionTexts } from '../text.js';
import type { AttemptAddition } from './attempt-additions.js';

interface AttemptPageProps {
  readonly actor: CourseActor;
  readonly work: SubmittedWork;
  readonly additions: readonly AttemptAddition[];
  readonly done: 'handed-in' | null;
}

/** One attempt: its receipt, what was written and attached, and what other rooms add. */
export const AttemptPage = ({ actor, work, additions, done }: AttemptPageProps) => {
  const [t, lang] = [useText(submissionTexts).attemptPage, useLang()];
  const { assignment, stage, attempt } = work;
  const { slug, timeZone } = actor.course;
  const title = t.title(stage.spec.number, attempt);
  const { key, spec } = assignment.content;
  return (
    <Layout title={title} current={additions.find(({ current }) => current)?.current ?? 'project'}>
      <div class="wrap page attempt">
        <Crumbs trail={[{ label: spec.title[lang], href: assignmentAt(slug, key) }, { label: title }]} />
        <header class="page-head">
          <div>
            <h1>{title}</h1>
            <p class="soft">{`${stage.spec.title[lang]}, ${work.team.name}`}</p>
          </div>
          {additions.map(({ action }, index) => (
            <Fragment key={index}>{action}</Fragment>
          ))}
        </header>
        {done && !isStaff(actor) && (
          <Banner kind="ok" role="status">
            {t.handedIn}
          </Banner>
        )}
        {additions.map(({ section }, index) => (
          <Fragment key={index}>{section}</Fragment>
        ))}
        <ReceiptCard work={work} zone={timeZone} />
        <section class="stack" aria-labelledby="texts">
          <h2 id="texts">{t.texts}</h2>
          <SubmittedText work={work} />
        </section>
        {work.files.length > 0 && (
          <section class="stack" aria-labelledby="files">
            <h2 id="files">{t.files}</h2>
            <SubmittedFiles work={work} course={slug} />
          </section>
        )}
      </div>
    </Layout>
  );
};
