import { daysLate } from '../../assignments/index.js';
import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/pieces.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayGrade } from '../grading.policy.js';
import { gradingTexts } from '../text.js';
import { type HandedIn, isHandedIn, type QueueItemState, stateOf } from './queue-items.js';
import type { QueueItem } from './queue-items.queries.js';

/** The copies of a stage, each with its state and the way to it. */
export const Copies = ({ actor, copies, at }: { actor: CourseActor; copies: readonly QueueItem[]; at: string }) => {
  const t = useText(gradingTexts).queue;
  return (
    <Table caption={t.caption} captionIs="hidden" class="copies" columns={[t.team, t.section, t.handedIn, t.state, { unseen: t.action }]}>
      <tbody>
        {copies.filter(isHandedIn).map((copy) => (
          <CopyRow key={copy.teamId} {...{ actor, copy, at }} />
        ))}
      </tbody>
    </Table>
  );
};

const CopyRow = ({ actor, copy, at }: { actor: CourseActor; copy: HandedIn; at: string }) => {
  const t = useText(gradingTexts).queue;
  const late = daysLate(copy.handedInAt, copy.dueAt, actor.course.timeZone);
  return (
    <tr>
      <th scope="row">{copy.team}</th>
      <td>{copy.section}</td>
      <td>
        <Time at={copy.handedInAt} form="plain" zone={actor.course.timeZone} /> {late > 0 && <Badge kind="warn">{t.late(late)}</Badge>}
        {copy.attempt > 1 && <span class="meta"> {t.attempt(copy.attempt)}</span>}
      </td>
      <td>
        <StateBadge actor={actor} copy={copy} />
      </td>
      <td class="end">
        <OpenButton {...{ actor, copy, at }} />
      </td>
    </tr>
  );
};

const LOOK = {
  nothing: ['plain', undefined],
  'to-grade': ['plain', undefined],
  draft: ['info', undefined],
  finished: ['ok', 'check'],
  posted: ['ok', 'eye'],
  changed: ['warn', 'alert'],
} as const satisfies Record<QueueItemState, readonly [string, string | undefined]>;

const StateBadge = ({ actor, copy }: { actor: CourseActor; copy: QueueItem }) => {
  const t = useText(gradingTexts).queue;
  const state = stateOf(copy);
  const [kind, icon] = LOOK[state];
  const isWritten = state === 'draft' || state === 'finished' || state === 'changed';
  return (
    <span class="row gap2">
      <Badge kind={kind} icon={icon}>
        {t.states[state]}
      </Badge>
      {isWritten && copy.updatedBy && <span class="meta">{t.by(copy.updatedBy)}</span>}
      {copy.claimedBy && <span class="meta">{copy.claimedById === actor.id ? t.openedByYou : t.openedBy(copy.claimedBy)}</span>}
    </span>
  );
};

/** Opening claims a copy, so it is a form; reading one again where nothing may change is a link. */
const OpenButton = ({ actor, copy, at }: { actor: CourseActor; copy: HandedIn; at: string }) => {
  const t = useText(gradingTexts).queue;
  const state = stateOf(copy);
  const about = <span class="sr">, {t.gradeTeam(copy.team)}</span>;
  if (!mayGrade(actor, copy).allowed)
    return copy.assessmentId ? (
      <LinkButton size="small" href={`${at}/${copy.assessmentId}`}>
        {t.reread}
        {about}
      </LinkButton>
    ) : null;
  return (
    <Form action={`${at}/open`} class="inline">
      <input type="hidden" name="submission" value={copy.submissionId} />
      <Button size="small">
        {state === 'to-grade' ? t.grade : state === 'draft' ? t.goOn : t.reread}
        {about}
      </Button>
    </Form>
  );
};
