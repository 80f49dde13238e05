import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Badge } from '../../platform/markup/notices.js';
import { Crumbs } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import { isReleased } from '../release.policy.js';
import { ReleaseForm, Standing } from '../unit/release-panel.view.js';
import type { UnitTable } from '../unit/units.service.js';
import { releasesTexts } from './text.js';

interface ReleasesPageProps extends UnitTable {
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
  readonly mayChange: boolean;
  /** The key of the unit that was just decided on, as the address has it. */
  readonly done: unknown;
}

/** The release of every unit, each with its one control. */
export const ReleasesPage = (props: ReleasesPageProps) => {
  const t = useText(releasesTexts);
  const { units, course } = props;
  const at = `/courses/${course}`;
  return (
    <Layout title={t.title} page="releases" current="settings">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: t.course, href: at }, { label: t.settings, href: `${at}/settings` }, { label: t.title }]} />
          <h1>{t.title}</h1>
          <p class="lede">{t.lede}</p>
          <p>
            <a href={`${at}?as=student`}>{t.asStudent}</a>
          </p>
        </header>
        <ol class="toc">
          {units.map((row) => (
            <Row key={row.unit.key} {...row} {...props} />
          ))}
        </ol>
      </div>
    </Layout>
  );
};

const Row = ({ unit, classes, course, zone, now, mayChange, done }: UnitTable['units'][number] & ReleasesPageProps) => {
  const [t, lang] = [useText(releasesTexts), useLang()];
  const [first] = classes;
  return (
    <li id={unit.key}>
      <span class="no" aria-hidden="true">
        {unit.number}
      </span>
      <div class="stack gap2">
        <h2>
          <a class="t" href={`/courses/${course}/units/${unit.key}`}>
            {unit.title[lang]}
          </a>
        </h2>
        {first && (
          <p class="meta">
            {t.class} <Time at={first.startsAt} zone={zone} />
          </p>
        )}
        <p class="small">
          <Standing release={unit.release} zone={zone} now={now} /> {done === unit.key && <span role="status">{t.saved}</span>}
        </p>
        {mayChange && (
          <details>
            <summary>
              {t.change} <span class="sr">{unit.title[lang]}</span>
            </summary>
            <ReleaseForm unit={unit} course={course} zone={zone} isInList />
          </details>
        )}
      </div>
      <div class="end">
        <StateBadge release={unit.release} now={now} />
      </div>
    </li>
  );
};

const StateBadge = ({ release, now }: { release: UnitTable['units'][number]['unit']['release']; now: Date }) => {
  const t = useText(releasesTexts).states;
  if (isReleased(release, now)) return <Badge kind="ok">{t.open}</Badge>;
  return release.state === 'scheduled' ? <Badge kind="info">{t.scheduled}</Badge> : <Badge>{t.draft}</Badge>;
};
