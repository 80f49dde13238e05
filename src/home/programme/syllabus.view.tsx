import type { Syllabus } from '../../curriculum/index.js';
import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Table } from '../../platform/markup/components.js';
import { homeTexts } from '../text.js';

/** What the course is, for whom, and what one learns in it. */
export const About = ({ syllabus }: { syllabus: Syllabus }) => {
  const [t, lang] = [useText(homeTexts).programme, useLang()];
  return (
    <section class="wrap titled" aria-labelledby="h-course">
      <h2 id="h-course">{t.course}</h2>
      <div class="stack">
        <div class="prose">
          <p>{syllabus.description[lang]}</p>
          <p>{t.outcomes}</p>
          <ul>
            {syllabus.outcomes.map((outcome) => (
              <li key={outcome.fr}>{outcome[lang]}</li>
            ))}
          </ul>
        </div>
        <p class="soft">{`${syllabus.level[lang]} ${syllabus.audience[lang]}`}</p>
      </div>
    </section>
  );
};

/** How much each piece of work counts, and what standing the programme has. */
export const Assessment = ({ syllabus }: { syllabus: Syllabus }) => {
  const [t, lang] = [useText(homeTexts).programme, useLang()];
  const total = syllabus.assessment.reduce((sum, { weight }) => sum + weight, 0);
  const percent = (weight: number): string => t.percent(numberText(lang, weight));
  return (
    <section class="wrap titled" id="assessment" aria-labelledby="h-assessment">
      <h2 id="h-assessment">{t.assessment}</h2>
      <div class="stack gap5">
        <Table caption={t.weights} captionIs="hidden" columns={[t.columns.work, t.columns.by, { number: t.columns.weight }]}>
          <tbody>
            {syllabus.assessment.map(({ title, by, note, weight }) => (
              <tr key={title.fr}>
                <th scope="row">
                  {title[lang]}
                  <span class="meta">{note[lang]}</span>
                </th>
                <td>{t.by[by]}</td>
                <td class="n">{percent(weight)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={2}>
                {t.total}
              </th>
              <td class="n">{percent(total)}</td>
            </tr>
          </tbody>
        </Table>
        <p class="meta">{syllabus.status[lang]}</p>
      </div>
    </section>
  );
};
