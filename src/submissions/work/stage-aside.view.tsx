import type { CourseAssignment } from '../../assignments/index.js';
import { useText } from '../../platform/markup/frame.js';
import { Avatars, Card, Facts } from '../../platform/markup/components.js';
import { Time, TimeAway } from '../../platform/markup/time.js';
import type { Team } from '../../teams/index.js';
import { teamsAt } from '../addresses.js';
import { submissionTexts } from '../text.js';
import type { WorkInHand } from './stage-context.js';

/** What one must know beside the work: until when, what for, with whom. */
export const StageAside = ({ actor, assignment, stage, team, now }: WorkInHand) => {
  const t = useText(submissionTexts);
  const zone = actor.course.timeZone;
  return (
    <aside aria-label={t.stage(stage.spec.number)}>
      <Card class="stack gap3">
        <p class="meta">{now < stage.opensAt ? t.brief.opens : t.brief.due}</p>
        <p>
          {now >= stage.opensAt && now <= stage.dueAt ? (
            <TimeAway at={stage.dueAt} zone={zone} now={now} />
          ) : (
            <Time at={now < stage.opensAt ? stage.opensAt : stage.dueAt} zone={zone} />
          )}
        </p>
        <Facts of={[[t.brief.worth, t.points(stage.spec.points)]]} />
        <LateRule assignment={assignment} />
      </Card>
      {team && <TeamBlock team={team} course={actor.course.slug} />}
    </aside>
  );
};

export const LateRule = ({ assignment }: { assignment: Pick<CourseAssignment, 'content'> }) => {
  const t = useText(submissionTexts).brief;
  const { percent_per_day: percent, days } = assignment.content.spec.late;
  return <p class="small soft">{days === 0 ? t.noLate : t.lateRule(percent, days)}</p>;
};

export const TeamBlock = ({ team, course }: { team: Pick<Team, 'name' | 'members'>; course: string }) => {
  const t = useText(submissionTexts).brief;
  return (
    <section class="stack gap3" aria-labelledby="team">
      <h2 id="team" class="aside-title">
        {team.name}
      </h2>
      <Avatars label={t.team} people={team.members} />
      <p class="small">{team.members.map(({ name }) => name).join(', ')}</p>
      <p class="small">
        <a href={teamsAt(course)}>{t.teams}</a>
      </p>
    </section>
  );
};
