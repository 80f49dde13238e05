import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Time } from '../../platform/markup/time.js';
import type { StaffHome } from '../course/home.js';
import { homeTexts } from '../text.js';

/** What there is to grade, stage by stage, in the sections of whoever reads. */
export const QueueInBrief = ({ queue, isLecturer, hasSections, course, zone }: StaffHome) => {
  const t = useText(homeTexts).grading;
  return (
    <section aria-labelledby="grading">
      <header class="head">
        <h2 id="grading">{t.title}</h2>
        <span class="row small">
          {isLecturer && <a href={`/courses/${course}/gradebook`}>{t.gradebook}</a>}
          <a href={`/courses/${course}/grading`}>{t.queue}</a>
        </span>
      </header>
      {!hasSections && <p class="soft">{t.noSection}</p>}
      {hasSections && queue.length === 0 && <p class="soft">{t.none}</p>}
      {hasSections && queue.length > 0 && (
        <ol role="list" class="to-grade">
          {queue.map((stage) => (
            <QueueItem key={stage.stageId} stage={stage} course={course} zone={zone} />
          ))}
        </ol>
      )}
    </section>
  );
};

type QueueItemProps = { readonly stage: StaffHome['queue'][number] } & Pick<StaffHome, 'course' | 'zone'>;

const QueueItem = ({ stage, course, zone }: QueueItemProps) => {
  const [texts, lang] = [useText(homeTexts), useLang()];
  const t = texts.grading;
  const { spec, dueAt } = stage.stage;
  const handedIn = stage.toGrade + stage.drafts + stage.finished;
  const counts = [
    stage.toGrade > 0 && t.toGrade(stage.toGrade),
    stage.drafts > 0 && t.drafts(stage.drafts),
    stage.finished > 0 && t.finished(stage.finished),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <h3>{texts.due.stage(spec.number, spec.title[lang])}</h3>
        <p class="small soft">{handedIn > 0 ? `${t.handedIn(handedIn, stage.teams)} · ${counts.join(', ')}` : t.nobody}</p>
        <p class="meta">
          {t.due} <Time at={dueAt} zone={zone} />
        </p>
      </div>
      <div class="end">
        {handedIn > 0 && <Badge kind={stage.postedAt ? 'ok' : 'plain'}>{stage.postedAt ? t.posted : t.held}</Badge>}
        {stage.toGrade + stage.drafts > 0 && (
          <LinkButton size="small" href={`/courses/${course}/grading?stage=${spec.key}`}>
            {t.grade}
            <span class="sr">{` ${spec.title[lang]}`}</span>
          </LinkButton>
        )}
      </div>
    </li>
  );
};
