import { LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayPost } from '../grading.policy.js';
import { gradingTexts } from '../text.js';
import type { Queue, StageOverview } from './queue.service.js';

interface PostingControlProps extends Pick<Queue, 'posting'> {
  readonly actor: CourseActor;
  readonly current: StageOverview;
  readonly at: string;
}

/** Whether the class sees the marks of this stage, and the way to change it. Each way is confirmed on a page of its own. */
export const PostingControl = ({ actor, current: { stage, finished }, posting: { inForce, changed }, at }: PostingControlProps) => {
  const t = useText(gradingTexts).posting;
  const address = `${at}/stages/${stage.id}`;
  return (
    <section class="posting" aria-labelledby="posting">
      <h3 id="posting" class="sr">
        {t.heading}
      </h3>
      <p class="row gap2">
        <Icon name={inForce ? 'eye' : 'lock'} />
        {inForce ? (
          <span>
            {t.inForce} {inForce.by}, <Time at={inForce.at} form="plain" zone={actor.course.timeZone} isLast />{' '}
            {changed > 0 && <b>{t.changed(changed)}</b>}
          </span>
        ) : (
          <span>{t.held}</span>
        )}
      </p>
      {mayPost(actor).allowed && (
        <p class="row gap2">
          {finished > 0 && <LinkButton href={`${address}/post`}>{inForce ? t.postAgain : t.post}</LinkButton>}
          {inForce && (
            <LinkButton kind="quiet" href={`${address}/unpost`}>
              {t.unpost}
            </LinkButton>
          )}
        </p>
      )}
    </section>
  );
};
