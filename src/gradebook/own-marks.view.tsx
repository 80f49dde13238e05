import { sumPoints } from '../kernel/points.js';
import { numberText } from '../platform/markup/amounts.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Empty } from '../platform/markup/notices.js';
import { Table } from '../platform/markup/components.js';
import { Time } from '../platform/markup/time.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { OwnMarks as Marks, OwnStage } from './gradebook.service.js';
import { OwnParticipation } from './participation.view.js';
import { gradebookTexts } from './text.js';

interface OwnMarksPageProps extends Marks {
  readonly actor: CourseActor;
}

/** A student's own posted marks, and nothing of any other. */
export const OwnMarksPage = ({ actor, stages, counted }: OwnMarksPageProps) => {
  const t = useText(gradebookTexts).own;
  return (
    <Layout title={t.title} current="marks">
      <div class="wrap page own">
        <header class="stack gap2">
          <h1>{t.title}</h1>
          <p class="lede">{t.lede}</p>
        </header>
        {stages.length > 0 ? (
          <OwnMarks actor={actor} stages={stages} />
        ) : (
          <Empty icon="file" level="h2" title={t.empty}>
            {t.emptyHint}
          </Empty>
        )}
        <OwnParticipation counted={counted} person={actor.id} />
      </div>
    </Layout>
  );
};

const OwnMarks = ({ actor, stages }: Pick<OwnMarksPageProps, 'actor' | 'stages'>) => {
  const [all, t, lang] = [useText(gradebookTexts), useText(gradebookTexts).own, useLang()];
  const points = sumPoints(stages.map(({ mark }) => mark.points));
  const outOf = sumPoints(stages.map(({ mark }) => mark.content.outOf));
  return (
    <Table caption={t.caption} captionIs="hidden" class="own-marks" columns={[t.stage, { number: t.points }, t.postedOn]}>
      <tbody>
        {stages.map((own) => (
          <OwnLine key={own.stage.id} own={own} actor={actor} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t.total} <span class="meta">{t.totalHint}</span>
          </th>
          <td class="n total">{all.of(numberText(lang, points), numberText(lang, outOf))}</td>
          <td />
        </tr>
      </tfoot>
    </Table>
  );
};

const OwnLine = ({ own: { stage, mark }, actor }: { own: OwnStage; actor: CourseActor }) => {
  const [all, t, lang] = [useText(gradebookTexts), useText(gradebookTexts).own, useLang()];
  return (
    <tr>
      <th scope="row">
        <a href={`/courses/${actor.course.slug}/submissions/${mark.submissionId}`}>{`${stage.spec.number}. ${stage.spec.title[lang]}`}</a>
        {mark.deduction > 0 && <span class="meta">{t.late(numberText(lang, mark.deduction))}</span>}
      </th>
      <td class="n">{all.of(numberText(lang, mark.points), numberText(lang, mark.content.outOf))}</td>
      <td>
        <Time at={mark.postedAt} form="date" zone={actor.course.timeZone} />
      </td>
    </tr>
  );
};
