import { asset } from '../../platform/markup/assets.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Island } from '../../platform/markup/island.js';
import { BareLayout } from '../../platform/markup/layout.js';
import { Badge, Banner, Progress, SavedMark } from '../../platform/markup/notices.js';
import { Time } from '../../platform/markup/time.js';
import { WorkBar } from '../../platform/markup/topbar.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { ReceiptCard, SubmittedFiles, SubmittedText } from '../../submissions/index.js';
import type { AssessmentContent, Theirs } from '../assessing/assessment.shared.js';
import type { Grader } from './grader.service.js';
import { GradingPanel } from './grading-panel.island.js';
import type { PanelProps } from './panel.shared.js';
import { graderTexts } from './text.js';
import { SAVED_ID } from './use-panel-saving.js';

export interface GraderPageProps extends Grader {
  readonly actor: CourseActor;
  readonly done?: 'saved' | null;
  /** What a plain form held, where it could not be saved as it was. */
  readonly typed?: AssessmentContent;
  readonly conflict?: Theirs;
  readonly problems?: Readonly<Record<string, string>>;
  readonly lacking?: readonly string[];
}

/** One submission beside its rubric. */
export const GraderPage = (props: GraderPageProps) => {
  const t = useText(graderTexts);
  const { work } = props;
  return (
    <BareLayout title={t.title(work.team.name, work.stage.spec.number)} page="grader" bar={<GraderBar {...props} />}>
      <Submitted {...props} />
      <section class="judging" aria-labelledby="rubric">
        <Island of={GradingPanel} name="grading-panel" props={panelOf(props)} />
      </section>
      <script type="module" src={asset('grader-tabs.js')} />
    </BareLayout>
  );
};

const GraderBar = ({ actor, assessment, work, items, previous, readOnly, done }: GraderPageProps) => {
  const [t, lang] = [useText(graderTexts), useLang()];
  const { number, title } = work.stage.spec;
  const at = `/courses/${actor.course.slug}/grading`;
  return (
    <WorkBar>
      <div class="where">
        <a href={`${at}?stage=${work.stage.id}`}>
          <b>{t.stage(number, title[lang])}</b>
        </a>
        <span class="meta">{t.item(items.number, items.total, items.finished)}</span>
      </div>
      <Progress value={items.finished} max={items.total} label={t.finishedOf(items.finished, items.total)} />
      <span id={SAVED_ID}>
        <SavedMark state={assessment.isWritten || done ? 'saved' : 'idle'} at={assessment.isWritten ? assessment.updatedAt : undefined} />
      </span>
      {!readOnly && <WaysOn at={at} stageId={work.stage.id} previous={previous} leaving={work.id} />}
    </WorkBar>
  );
};

interface WaysOnProps extends Pick<Grader, 'previous'> {
  readonly at: string;
  readonly stageId: string;
  readonly leaving: string;
}

/** To the submission before and to the next that waits: forms, since opening a submission claims it. */
const WaysOn = ({ at, stageId, previous, leaving }: WaysOnProps) => {
  const t = useText(graderTexts);
  return (
    <div class="row gap2 push">
      {previous && (
        <Form action={`${at}/open`}>
          <input type="hidden" name="submission" value={previous} />
          <Button size="small" icon="left" shortcut="P">
            {t.previous}
          </Button>
        </Form>
      )}
      <Form action={`${at}/next`}>
        <input type="hidden" name="stage" value={stageId} />
        <input type="hidden" name="leaving" value={leaving} />
        <Button size="small" kind="primary" shortcut="N">
          {t.next}
        </Button>
      </Form>
    </div>
  );
};

const Submitted = (props: GraderPageProps) => {
  const t = useText(graderTexts);
  const { work, actor } = props;
  return (
    <section class="submitted" aria-labelledby="team">
      <header class="row">
        <h1 id="team">{work.team.name}</h1>
        <p class="meta push">
          {t.handedIn} <Time at={work.handedInAt} form="plain" zone={actor.course.timeZone} />, {t.attempt(work.attempt)},{' '}
          {work.daysLate > 0 ? <Badge kind="warn">{t.late(work.daysLate)}</Badge> : t.onTime}
        </p>
      </header>
      <Notices {...props} />
      <nav class="tabs" aria-label={t.views} data-tabs>
        <a href="#paper-texts">{t.tabs.text}</a>
        <a href="#paper-files">
          {t.tabs.files} <Badge>{work.files.length}</Badge>
        </a>
        <a href="#paper-receipt">{t.tabs.receipt}</a>
      </nav>
      <div class="papers" tabIndex={0} role="region" aria-label={t.views}>
        <section id="paper-texts" aria-label={t.tabs.text}>
          <SubmittedText work={work} level="h2" />
        </section>
        <section id="paper-files" aria-label={t.tabs.files}>
          <SubmittedFiles work={work} course={actor.course.slug} />
        </section>
        <section id="paper-receipt" aria-label={t.tabs.receipt}>
          <ReceiptCard work={work} zone={actor.course.timeZone} />
        </section>
      </div>
    </section>
  );
};

/** What somebody should know before they judge. */
const Notices = ({ actor, assessment, work, rubricIs, readOnly }: GraderPageProps) => {
  const t = useText(graderTexts);
  const other = assessment.claim && assessment.claim.id !== actor.id ? assessment.claim : null;
  const openNewer = (
    <Form action={`/courses/${actor.course.slug}/grading/open`} class="inline">
      <input type="hidden" name="submission" value={work.id} />
      <Button size="small">{t.openNewer}</Button>
    </Form>
  );
  return (
    <div class="stack gap2 notices">
      {work.attempt < work.latestAttempt && (
        <Banner kind="warn" action={!readOnly && openNewer}>
          {t.newerAttempt(work.latestAttempt)}
        </Banner>
      )}
      {rubricIs === 'older' && <Banner kind="warn">{t.newerRubric(assessment.rubric.number)}</Banner>}
      {other && <Banner>{t.openElsewhere(other.name)}</Banner>}
      {assessment.state === 'finished' && <Banner kind="ok">{t.finishedBy(assessment.updatedBy.name)}</Banner>}
    </div>
  );
};

function panelOf({ actor, assessment, late, readOnly, typed, conflict, problems, lacking }: GraderPageProps): PanelProps {
  const lang = useLang();
  return {
    address: `/courses/${actor.course.slug}/grading/${assessment.id}`,
    stageRubric: assessment.stageRubric,
    version: assessment.version,
    content: typed ?? assessment.content,
    savedAt: assessment.isWritten ? assessment.updatedAt.toISOString() : null,
    late,
    shortcuts: actor.shortcutsEnabled ? 'on' : 'off',
    readOnly: readOnly && readOnly[lang],
    conflict: conflict ?? null,
    problems: problems ?? {},
    lacking: lacking ?? [],
    zone: actor.course.timeZone,
  };
}
