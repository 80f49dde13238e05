import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Crumbs } from '../../platform/markup/components.js';
import type { ContentSource } from '../unit-cache.js';
import type { Unit } from '../unit-file.js';
import { curriculumTexts } from '../text.js';
import { studyTexts } from './text.js';
import type { Workshop } from './workshop-file.js';
import { WorkshopSection } from './workshop.view.js';

export interface WorkshopPageProps {
  readonly unit: Pick<Unit, 'key' | 'number' | 'title'>;
  readonly workshop: Workshop;
  readonly source: ContentSource | null;
  /** The course's slug. */
  readonly course: string;
}

/** The sheet by itself: on paper, one page for the table of a team. */
export const WorkshopPage = ({ unit, workshop, source, course }: WorkshopPageProps) => {
  const [t, all, lang] = [useText(studyTexts).workshop, useText(curriculumTexts).unit, useLang()];
  const at = `/courses/${course}`;
  const trail = [{ label: all.course, href: at }, { label: all.number(unit.number), href: `${at}/units/${unit.key}` }, { label: t.badge }];
  return (
    <Layout title={t.pageTitle(workshop.title[lang])} page="workshop-page" current="course">
      <div class="wrap page stack">
        <Crumbs trail={trail} />
        <WorkshopSection workshop={workshop} source={source} sheet={null} />
        <p class="meta">{`${all.number(unit.number)}, ${unit.title[lang]}`}</p>
      </div>
    </Layout>
  );
};
