import type { Syllabus } from '../../curriculum/index.js';
import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/components.js';
import { About, Assessment } from '../programme/syllabus.view.js';
import { syllabusTexts } from './text.js';

export interface SyllabusPageProps {
  readonly syllabus: Syllabus;
  /** The numbers of the units that there are, by their keys. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** The whole syllabus on one page, which says first what standing it has. */
export const SyllabusPage = ({ syllabus, numbers }: SyllabusPageProps) => {
  const [t, lang] = [useText(syllabusTexts), useLang()];
  return (
    <Layout title={`${t.title} · ${syllabus.title[lang]}`} description={syllabus.description[lang]} page="programme syllabus">
      <div class="wrap page-head">
        <div class="stack">
          <p class="eyebrow">{syllabus.title[lang]}</p>
          <h1>{t.title}</h1>
          <p class="lede">{syllabus.subtitle[lang]}</p>
          <Banner>{syllabus.status[lang]}</Banner>
        </div>
      </div>
      <About syllabus={syllabus} />
      <Weeks syllabus={syllabus} numbers={numbers} />
      <Assessment syllabus={syllabus} />
      <Criteria syllabus={syllabus} />
      <Session syllabus={syllabus} />
      <Policies syllabus={syllabus} />
    </Layout>
  );
};

const Weeks = ({ syllabus, numbers }: SyllabusPageProps) => {
  const [t, lang] = [useText(syllabusTexts), useLang()];
  return (
    <section class="wrap titled" aria-labelledby="h-calendar">
      <h2 id="h-calendar">{t.calendar}</h2>
      <div class="stack gap5">
        <Table
          caption={t.calendarTable}
          captionIs="hidden"
          class="weeks"
          columns={[t.columns.week, t.columns.theme, t.columns.inClass, t.columns.due]}
        >
          <tbody>
            {syllabus.calendar.map(({ theme, units, inClass, due }, index) => (
              <tr key={theme.fr}>
                <td class="n">{index + 1}</td>
                <th scope="row">
                  {theme[lang]}
                  <span class="meta">{units.flatMap((key) => (numbers.has(key) ? [t.unit(numbers.get(key)!)] : [])).join(' · ')}</span>
                </th>
                <td>{inClass[lang]}</td>
                <td>{due[lang]}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p class="meta">{syllabus.calendarNote[lang]}</p>
      </div>
    </section>
  );
};

const Criteria = ({ syllabus }: { syllabus: Syllabus }) => {
  const [t, lang] = [useText(syllabusTexts), useLang()];
  const graded = syllabus.assessment.filter(({ criteria }) => criteria.length > 0);
  return (
    <>
      {graded.map(({ title, criteria }) => {
        const total = criteria.reduce((sum, { points }) => sum + points, 0);
        return (
          <section class="wrap titled" key={title.fr} aria-label={t.criteriaTable(title[lang])}>
            <h3>{t.criteria(title[lang], numberText(lang, total))}</h3>
            <Table
              caption={t.criteriaTable(title[lang])}
              captionIs="hidden"
              columns={[t.criteriaColumns.criterion, { number: t.criteriaColumns.points }]}
            >
              <tbody>
                {criteria.map((criterion) => (
                  <tr key={criterion.title.fr}>
                    <th scope="row">{criterion.title[lang]}</th>
                    <td class="n">{numberText(lang, criterion.points)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </section>
        );
      })}
    </>
  );
};

const Session = ({ syllabus }: { syllabus: Syllabus }) => {
  const [t, lang] = [useText(syllabusTexts), useLang()];
  return (
    <section class="wrap titled" aria-labelledby="h-session">
      <h2 id="h-session">{t.session}</h2>
      <ol class="session" role="list">
        {syllabus.session.map(({ minutes, what }) => (
          <li key={what.fr}>
            <span class="meta">{t.minutes(numberText(lang, minutes))}</span> {what[lang]}
          </li>
        ))}
      </ol>
    </section>
  );
};

const Policies = ({ syllabus }: { syllabus: Syllabus }) => {
  const [t, lang] = [useText(syllabusTexts), useLang()];
  return (
    <section class="wrap titled" aria-labelledby="h-policies">
      <h2 id="h-policies">{t.policies}</h2>
      <dl class="policies prose">
        {syllabus.policies.map(({ title, text }) => (
          <div key={title.fr}>
            <dt>{title[lang]}</dt>
            <dd>{text[lang]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
