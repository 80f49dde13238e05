import type { CourseStage } from '../../assignments/index.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Progress } from '../../platform/markup/notices.js';
import { Avatars, Card } from '../../platform/markup/components.js';
import { Time, TimeAway } from '../../platform/markup/time.js';
import type { NextDue } from './due.js';
import type { StudentHome } from '../course/home.js';
import { homeTexts } from '../text.js';
import { useStageAddress } from './stage-address.js';

type DueCardProps = Pick<StudentHome, 'due' | 'team' | 'course' | 'zone' | 'now'>;

/** The next deadline of a student's team, and what their work still lacks. */
export const DueCard = ({ due, team, course, zone, now }: DueCardProps) => {
  const [t, lang] = [useText(homeTexts).due, useLang()];
  const stageAt = useStageAddress(course);
  if (!due)
    return (
      <Card labelledBy="due" class="due">
        <p class="meta" id="due">
          {t.title}
        </p>
        <p>{t.none}</p>
      </Card>
    );
  const { stage, assignment } = due;
  const address = stageAt(assignment, stage.spec.key);
  return (
    <Card labelledBy="due" class="due">
      <p class="meta" id="due">
        {t.title}
      </p>
      <h2>
        <a href={address}>{t.stage(stage.spec.number, stage.spec.title[lang])}</a>
      </h2>
      <When stage={stage} isLate={due.isLate} zone={zone} now={now} />
      {team ? <TeamWork due={due} course={course} zone={zone} /> : <p class="small">{t.noTeam}</p>}
      <div class="row">
        {team && <Avatars label={t.members(team.name)} people={team.members} />}
        <LinkButton size="small" class="push" href={team ? address : `/courses/${course}/teams`}>
          {team ? t.open : t.findTeam}
        </LinkButton>
      </div>
    </Card>
  );
};

const When = ({ stage, isLate, zone, now }: { stage: CourseStage; isLate: boolean } & Pick<DueCardProps, 'zone' | 'now'>) => {
  const t = useText(homeTexts).due;
  if (isLate)
    return (
      <p class="due-when">
        <b class="late">{t.late}</b> {t.lateUntil} <TimeAway at={stage.closesAt} zone={zone} now={now} />.
      </p>
    );
  return (
    <p class="due-when">
      <TimeAway at={stage.dueAt} zone={zone} now={now} leads="distance" />
      {stage.opensAt > now && (
        <>
          . {t.opens} <Time at={stage.opensAt} form="date" zone={zone} isLast />
        </>
      )}
    </p>
  );
};

const TeamWork = ({ due, course, zone }: { due: NextDue } & Pick<DueCardProps, 'course' | 'zone'>) => {
  const [t, lang] = [useText(homeTexts).due, useLang()];
  const { work, missing, required, isLate } = due;
  if (work?.attempt)
    return (
      <p class="small">
        {t.handedIn(work.attempt.number)} <Time at={work.attempt.at} form="plain" zone={zone} isLast /> {!isLate && t.again}{' '}
        <a href={`/courses/${course}/submissions/${work.attempt.id}`}>{t.receipt}</a>
      </p>
    );
  const there = required - missing.length;
  return (
    <div class="stack gap2">
      <Progress value={there} max={required} label={t.filled(there, required)} />
      <p class="meta">{t.filled(there, required)}</p>
      {!work?.savedAt && <p class="small">{t.nothing}</p>}
      {work?.savedAt && missing.length === 0 && <p class="small">{t.complete}</p>}
      {work?.savedAt && missing.length > 0 && (
        <p class="small">
          {t.missing} {missing.map(({ label }) => label[lang]).join(' ; ')}.
        </p>
      )}
    </div>
  );
};
