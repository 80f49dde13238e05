import type { FormProblems } from '../../platform/http/form.js';
import { useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner } from '../../platform/markup/notices.js';
import { Crumbs } from '../../platform/markup/components.js';
import { ClassTable, StageTable } from './date-tables.view.js';
import type { CourseSettings } from './settings.service.js';
import { settingsTexts } from './text.js';
import { TimetableForm } from './timetable-fields.view.js';

export interface SettingsPageProps extends CourseSettings {
  readonly course: string;
  readonly zone: string;
  /** What was just saved, as the address has it. */
  readonly done: unknown;
  /** What was wrong with the timetable asked for. */
  readonly problems?: FormProblems;
}

/** What a lecturer sets of a course. */
export const SettingsPage = (props: SettingsPageProps) => {
  const t = useText(settingsTexts);
  const { course, done, mayArrange, timetable, problems } = props;
  const saved = done === 'calendar' || done === 'class' || done === 'stage' || done === 'copied' ? t.done[done] : null;
  return (
    <Layout title={t.title} page="settings" current="settings">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.title }]} />
          <h1>{t.title}</h1>
          <p class="lede">{t.lede}</p>
        </header>
        {saved && (
          <Banner kind="ok" role="status">
            {saved}
          </Banner>
        )}
        {!mayArrange && <Banner>{t.archived}</Banner>}
        <Ways course={course} />
        {mayArrange && (
          <section class="stack" aria-labelledby="timetable">
            <h2 id="timetable">{t.timetable.title}</h2>
            <p class="soft measure">{t.timetable.what}</p>
            <TimetableForm course={course} fields={timetable} problems={problems} />
          </section>
        )}
        <ClassTable {...props} />
        <StageTable {...props} />
      </div>
    </Layout>
  );
};

/** The pages beside this one. */
const Ways = ({ course }: { course: string }) => {
  const t = useText(settingsTexts);
  const ways = [
    [`/courses/${course}/settings/units`, t.units, t.unitsText],
    [`/courses/${course}/settings/copy`, t.copy, t.copyText],
  ] as const;
  return (
    <nav aria-label={t.more}>
      <ul role="list" class="ways">
        {ways.map(([href, label, text]) => (
          <li key={href}>
            <a href={href}>{label}</a>
            <p class="meta">{text}</p>
          </li>
        ))}
        <li>
          <a href={`/courses/${course}/calendar`}>{t.calendar}</a>
        </li>
      </ul>
    </nav>
  );
};
