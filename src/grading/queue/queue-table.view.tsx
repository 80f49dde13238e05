import { daysLate } from '../../assignments/index.js';
import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayGrade } from '../grading.policy.js';
import { gradingTexts } from '../text.js';
import { type HandedIn, isHandedIn, type QueueItemState, stateOf } from './queue-items.js';
import type { QueueItem } from './queue-items.queries.js';

/** The items of a stage, each with its state and the way to it. */
export const QueueTable = ({ actor, items, at }: { actor: CourseActor; items: readonly QueueItem[]; at: string }) => {
  const t = useText(gradingTexts).queue;
  return (
    <Table
      caption={t.caption}
      captionIs="hidden"
      class="queue-items"
      columns={[t.team, t.section, t.handedIn, t.state, { unseen: t.action }]}
    >
      <tbody>
        {items.filter(isHandedIn).map((item) => (
          <QueueRow key={item.teamId} actor={actor} item={item} at={at} />
        ))}
      </tbody>
    </Table>
  );
};

const QueueRow = ({ actor, item, at }: { actor: CourseActor; item: HandedIn; at: string }) => {
  const t = useText(gradingTexts).queue;
  const late = daysLate(item.handedInAt, item.dueAt, actor.course.timeZone);
  return (
    <tr>
      <th scope="row">{item.team}</th>
      <td>{item.section}</td>
      <td>
        <Time at={item.handedInAt} form="plain" zone={actor.course.timeZone} /> {late > 0 && <Badge kind="warn">{t.late(late)}</Badge>}
        {item.attempt > 1 && <span class="meta"> {t.attempt(item.attempt)}</span>}
      </td>
      <td>
        <StateBadge actor={actor} item={item} />
      </td>
      <td class="end">
        <OpenButton actor={actor} item={item} at={at} />
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

const StateBadge = ({ actor, item }: { actor: CourseActor; item: QueueItem }) => {
  const t = useText(gradingTexts).queue;
  const state = stateOf(item);
  const [kind, icon] = LOOK[state];
  const isWritten = state === 'draft' || state === 'finished' || state === 'changed';
  return (
    <span class="row gap2">
      <Badge kind={kind} icon={icon}>
        {t.states[state]}
      </Badge>
      {isWritten && item.updatedBy && <span class="meta">{t.by(item.updatedBy)}</span>}
      {item.claimedBy && <span class="meta">{item.claimedById === actor.id ? t.openedByYou : t.openedBy(item.claimedBy)}</span>}
    </span>
  );
};

/** Opening claims a item, so it is a form; reading one again where nothing may change is a link. */
const OpenButton = ({ actor, item, at }: { actor: CourseActor; item: HandedIn; at: string }) => {
  const t = useText(gradingTexts).queue;
  const state = stateOf(item);
  const about = <span class="sr">, {t.gradeTeam(item.team)}</span>;
  if (!mayGrade(actor, item).allowed)
    return item.assessmentId ? (
      <LinkButton size="small" href={`${at}/${item.assessmentId}`}>
        {t.reread}
        {about}
      </LinkButton>
    ) : null;
  return (
    <Form action={`${at}/open`} class="inline">
      <input type="hidden" name="submission" value={item.submissionId} />
      <Button size="small">
        {state === 'to-grade' ? t.grade : state === 'draft' ? t.goOn : t.reread}
        {about}
      </Button>
    </Form>
  );
};
