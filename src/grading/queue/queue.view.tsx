import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Badge, Banner, Empty, Progress } from '../../platform/markup/notices.js';
import { Tabs } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayGradeOn } from '../grading.policy.js';
import { gradingTexts } from '../text.js';
import { QueueTable } from './queue-table.view.js';
import { PostingControl } from './posting-control.view.js';
import type { Queue, StageOverview } from './queue.service.js';
import { SHOWN } from './shown.js';

export interface QueuePageProps extends Queue {
  readonly actor: CourseActor;
  readonly done: 'posted' | 'unposted' | null;
}

export const QueuePage = (props: QueuePageProps) => {
  const t = useText(gradingTexts).queue;
  const { actor, stages, current, shown, done } = props;
  const lang = useLang();
  const at = `/courses/${actor.course.slug}/grading`;
  const label = ({ stage, ungraded }: StageOverview) => (
    <>
      {t.shortStage(stage.spec.number)} {ungraded > 0 && <Badge>{ungraded}</Badge>}
    </>
  );
  const tabs = stages.map((one) => ({ href: `${at}?stage=${one.stage.id}&show=${shown}`, label: label(one), isCurrent: one === current }));
  return (
    <Layout title={t.title} current="grading">
      <div class="wrap page queue">
        <header class="page-head">
          <div>
            <h1>{t.title}</h1>
            {current && <p class="soft small">{current.assignment.content.spec.title[lang]}</p>}
          </div>
          {current && current.ungraded > 0 && <NextCopy at={at} stage={current} actor={actor} />}
        </header>
        {done && (
          <Banner kind="ok" role="status">
            {t[done]}
          </Banner>
        )}
        <Tabs label={t.stages} tabs={tabs} />
        {current ? (
          <Stage {...props} current={current} at={at} />
        ) : (
          <Empty icon="file" level="h2" title={t.empty.noStages}>
            {t.empty.noStagesHint}
          </Empty>
        )}
      </div>
    </Layout>
  );
};

const NextCopy = ({ at, stage: { stage }, actor }: { at: string; stage: StageOverview; actor: CourseActor }) => {
  const t = useText(gradingTexts).queue;
  if (!mayGradeOn(actor).allowed) return null;
  return (
    <Form action={`${at}/next`} class="inline">
      <input type="hidden" name="stage" value={stage.id} />
      <Button kind="primary">{t.next}</Button>
    </Form>
  );
};

interface StageProps extends QueuePageProps {
  readonly current: StageOverview;
  readonly at: string;
}

const Stage = (props: StageProps) => {
  const [t, lang] = [useText(gradingTexts).queue, useLang()];
  const { actor, current, items, at, withoutAttempt, hasTeams } = props;
  const { stage, finished, handedIn } = current;
  const progress = t.progress(finished, handedIn);
  return (
    <section class="stack gap5" aria-labelledby="stage">
      <header class="stage-head">
        <div>
          <h2 id="stage">{t.stage(stage.spec.number, stage.spec.title[lang])}</h2>
          <p class="meta">
            {t.due} <Time at={stage.dueAt} zone={actor.course.timeZone} />
          </p>
        </div>
        {handedIn > 0 && (
          <div class="stage-progress">
            <Progress value={finished} max={handedIn} label={progress} />
            <p class="meta">{progress}</p>
          </div>
        )}
      </header>
      {actor.role === 'lecturer' && handedIn > 0 && <PostingControl {...props} />}
      {hasTeams && <Filters {...props} />}
      {items.length > 0 ? <QueueTable actor={actor} items={items} at={at} /> : <Nothing {...props} />}
      {withoutAttempt.length > 0 && handedIn > 0 && <p class="small soft">{t.withoutAttempt(withoutAttempt)}</p>}
    </section>
  );
};

const Filters = ({ current: { stage }, shown, perFilter, at }: StageProps) => {
  const t = useText(gradingTexts).queue;
  return (
    <nav class="row gap2" aria-label={t.filters}>
      {SHOWN.map((filter) => (
        <a key={filter} class="btn sm" href={`${at}?stage=${stage.id}&show=${filter}`} aria-current={filter === shown ? 'true' : undefined}>
          {t.show[filter]} <span class="num">{perFilter[filter]}</span>
        </a>
      ))}
    </nav>
  );
};

const Nothing = ({ shown, current, hasTeams, heldByOthers, at }: StageProps) => {
  const t = useText(gradingTexts).queue.empty;
  const all = useText(gradingTexts).queue.show.all;
  if (!hasTeams) return <Empty icon="people" title={t.noTeams} children={t.noTeamsHint} />;
  if (current.handedIn === 0) return <Empty icon="file" title={t.nothing} children={t.nothingHint} />;
  const showAll = <LinkButton href={`${at}?stage=${current.stage.id}&show=all`}>{all}</LinkButton>;
  if (shown === 'mine') return <Empty icon="file" title={t.mine} children={t.mineHint} action={showAll} />;
  return <Empty icon="check" title={t.done} children={heldByOthers > 0 ? t.held(heldByOthers) : t.doneHint} action={showAll} />;
};
