import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Empty } from '../../platform/markup/notices.js';
import type { CourseRole } from '../../platform/security/actor.js';
import { homeTexts } from '../text.js';

interface CoursesPageProps {
  readonly courses: readonly {
    readonly slug: string;
    readonly title_fr: string;
    readonly title_en: string;
    readonly term_fr: string;
    readonly term_en: string;
    readonly role: CourseRole;
  }[];
}

/** For whoever takes part in several courses, or in none yet. */
export const CoursesPage = ({ courses }: CoursesPageProps) => {
  const [t, lang] = [useText(homeTexts).courses, useLang()];
  return (
    <Layout title={t.title} current="course">
      <div class="wrap page narrow">
        <h1>{t.title}</h1>
        {courses.length === 0 ? (
          <Empty icon="school" level="h2" title={t.none} action={<LinkButton href="/programme">{t.slides}</LinkButton>}>
            {t.noneText}
          </Empty>
        ) : (
          <ul class="toc courses">
            {courses.map((course) => (
              <li key={course.slug}>
                <div>
                  <a class="t" href={`/courses/${course.slug}`}>
                    {course[`title_${lang}`]}
                  </a>
                  <p class="meta">{`${course[`term_${lang}`]} · ${t.roles[course.role]}`}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
};
