import type { Localised } from '../../kernel/localised.js';
import { numberText } from '../../platform/markup/amounts.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner, Empty } from '../../platform/markup/notices.js';
import { Crumbs } from '../../platform/markup/components.js';
import { timeText } from '../../platform/markup/time.js';
import { assignmentAt, teamsAt } from '../addresses.js';
import { submissionTexts } from '../text.js';
import { AttemptList } from './attempt-list.view.js';
import { lateReplacement, mayDraft, maySubmit } from './hand-in.policy.js';
import { KeptTexts } from './kept-texts.view.js';
import { hasTeam, latenessOf, situationOf, type WorkInHand, type WorkPageProps } from './stage-context.js';
import { StageAside } from './stage-aside.view.js';
import { WorkFields } from './work-fields.view.js';

export const WorkPage = (props: WorkPageProps) => {
  const { actor, assignment, stage } = props;
  const t = useText(submissionTexts);
  const lang = useLang();
  const { slug } = actor.course;
  const { key, spec } = assignment.content;
  const title = stage.spec.title[lang];
  const due = timeText(lang, stage.dueAt, 'moment', actor.course.timeZone);
  const trail = [
    { label: t.course, href: `/courses/${slug}` },
    { label: spec.title[lang], href: assignmentAt(slug, key) },
    { label: t.stage(stage.spec.number) },
  ];
  return (
    <Layout title={t.work.title(stage.spec.number, title)} current="project" page="work">
      <div class="wrap with-side">
        <div>
          <header class="stack gap3">
            <Crumbs trail={trail} />
            <p class="eyebrow">{[t.stage(stage.spec.number), t.points(stage.spec.points), t.dueOn(due)].join(' · ')}</p>
            <h1>{title}</h1>
            <p class="lede">{stage.spec.summary[lang]}</p>
          </header>
          <div class="stack gap5">
            <Notices {...props} />
            <Work {...props} />
          </div>
          {props.team && <AttemptList course={slug} attempts={props.attempts} zone={actor.course.timeZone} />}
        </div>
        <StageAside {...props} />
      </div>
    </Layout>
  );
};

/** The form while the work can be handed in; afterwards what was written, to read and to copy. */
const Work = (props: WorkPageProps) => {
  const decision = maySubmit(situationOf(props), props.now);
  if (decision.allowed && hasTeam(props)) return <WorkFields {...props} />;
  const texts = { ...props.draft.texts, ...props.typed };
  return Object.values(texts).some(Boolean) ? <KeptTexts stage={props.stage} texts={texts} /> : null;
};

const Notices = (props: WorkPageProps) => {
  const { refusal, done, isConflict, draft, now, stage, actor, team } = props;
  const t = useText(submissionTexts);
  const lang = useLang();
  const time = (at: Date): string => timeText(lang, at, 'moment', actor.course.timeZone);
  const closed = now > stage.closesAt;
  const because = refusal ?? standingReason(props);
  return (
    <>
      {!team && (
        <Empty
          icon="people"
          level="h2"
          title={t.brief.noTeam.title}
          action={
            <LinkButton href={teamsAt(actor.course.slug)} kind="primary">
              {t.brief.noTeam.action}
            </LinkButton>
          }
        >
          {t.brief.noTeam.hint}
        </Empty>
      )}
      {because && (team || refusal) && (
        <Banner kind="warn" {...(refusal && { role: 'alert' })}>
          {closed ? `${t.work.closed(time(stage.closesAt))} ${refusal ? t.work.kept : ''}` : because[lang]}
        </Banner>
      )}
      {isConflict && (
        <Banner kind="warn" role="alert" icon="people">
          <b>{t.work.conflict.title(draft.savedBy ?? t.work.conflict.somebody)}</b> {t.work.conflict.hint}
        </Banner>
      )}
      {done && (
        <Banner kind="ok" role="status">
          {t.work.done[done]}
        </Banner>
      )}
      {!because && now > stage.dueAt && <LateNotice {...props} />}
    </>
  );
};

const LateNotice = (props: WorkPageProps) => {
  const { stage, actor, now } = props;
  const t = useText(submissionTexts).work;
  const lang = useLang();
  const time = (at: Date): string => timeText(lang, at, 'moment', actor.course.timeZone);
  const replaced = lateReplacement(latenessOf(props), now);
  return (
    <Banner kind="warn">
      {t.late(time(stage.dueAt), time(stage.closesAt))}
      {replaced && <b> {t.replaces(replaced.attempt, replaced.days, numberText(lang, replaced.percent))}</b>}
    </Banner>
  );
};

function standingReason(work: WorkInHand): Localised | null {
  const [drafting, handingIn] = [mayDraft(situationOf(work), work.now), maySubmit(situationOf(work), work.now)];
  if (!drafting.allowed) return drafting.because;
  return handingIn.allowed ? null : handingIn.because;
}
