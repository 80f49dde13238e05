import type { CourseStage } from '../../assignments/index.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Time, TimeAway, timeText } from '../../platform/markup/time.js';
import { isStaff } from '../../platform/security/actor.js';
import { stageAt, submissionAt } from '../addresses.js';
import type { StageStanding } from '../submitted-work.js';
import { submissionTexts } from '../text.js';
import type { Brief } from './brief.service.js';
import { type StageState, stateOf } from './stage-state.policy.js';

const LOOK = { later: 'plain', open: 'now', late: 'warn', closed: 'plain', 'handed-in': 'ok' } as const satisfies Record<
  StageState,
  string
>;

/** The stages in their order, each with its deadline and how far the reader's team is. */
export const StageList = (brief: Brief) => {
  const t = useText(submissionTexts).brief;
  return (
    <section aria-labelledby="stages">
      <div class="head">
        <h2 id="stages">{t.stages}</h2>
      </div>
      <ol role="list" class="toc stage-list">
        {brief.assignment.stages.map((stage) => (
          <StageRow
            key={stage.id}
            {...brief}
            stage={stage}
            standing={brief.standings.find(({ stageId }) => stageId === stage.id) ?? null}
          />
        ))}
      </ol>
    </section>
  );
};

interface StageRowProps extends Brief {
  readonly stage: CourseStage;
  readonly standing: StageStanding | null;
}

const StageRow = ({ actor, assignment, stage, standing, now }: StageRowProps) => {
  const t = useText(submissionTexts);
  const lang = useLang();
  const state = stateOf(stage, standing, now);
  const title = stage.spec.title[lang];
  const zone = actor.course.timeZone;
  return (
    <li class={state === 'later' ? 'later' : undefined}>
      <span class="no" aria-hidden="true">
        {stage.spec.number}
      </span>
      <div class="stack gap1">
        <h3 class="stage-title">
          {isStaff(actor) ? (
            title
          ) : (
            <a class="t" href={stageAt(actor.course.slug, assignment.content.key, stage.spec.key)}>
              {title}
            </a>
          )}
        </h3>
        <p class="small">
          {state === 'open' ? <TimeAway at={stage.dueAt} zone={zone} now={now} /> : <Time at={stage.dueAt} zone={zone} />}
        </p>
        {state === 'late' && (
          <p class="small">
            {t.brief.lateUntil} <TimeAway at={stage.closesAt} zone={zone} now={now} />
          </p>
        )}
        {standing && <Standing course={actor.course.slug} standing={standing} zone={zone} />}
      </div>
      <div class="end">
        <span class="meta">{t.points(stage.spec.points)}</span>
        <Badge kind={LOOK[state]}>{t.brief.states[state]}</Badge>
      </div>
    </li>
  );
};

/** The draft and the attempts of the reader's team, each with its link. */
const Standing = ({ course, standing, zone }: { course: string; standing: StageStanding; zone: string }) => {
  const t = useText(submissionTexts);
  const lang = useLang();
  const when = (at: Date): string => timeText(lang, at, 'plain', zone);
  return (
    <>
      {standing.draftSavedAt && standing.attempts.length === 0 && <p class="meta">{t.brief.draftSaved(when(standing.draftSavedAt))}</p>}
      {standing.attempts.map((attempt) => (
        <p key={attempt.id} class="meta">
          <a href={submissionAt(course, attempt.id)}>{t.attempt(attempt.attempt)}</a>
          {`, ${t.brief.handedIn(when(attempt.handedInAt))}`}
          {attempt.daysLate > 0 && `, ${t.late(attempt.daysLate)}`}
        </p>
      ))}
    </>
  );
};
