import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Badge, Banner, Empty } from '../../platform/markup/notices.js';
import { Crumbs, Facts, Table } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import { curriculumTexts } from '../text.js';
import { QuestionsChart } from './questions-chart.view.js';
import { type QuestionResult, shareOf } from './results.js';
import type { StudentStudy } from './results.queries.js';
import type { UnitResults } from './results.service.js';
import { resultsTexts } from './text.js';

type UnitResultsPageProps = UnitResults & { readonly course: string; readonly zone: string };

/** What the class did with a unit, for those who teach it: who opened it, and which questions are hard. */
export const UnitResultsPage = (props: UnitResultsPageProps) => {
  const [t, unitText, lang] = [useText(resultsTexts), useText(curriculumTexts).unit, useLang()];
  const { unit, course, opened, ahead, questions, hasSections } = props;
  const title = unit.title[lang];
  const number = unitText.number(unit.number);
  return (
    <Layout title={t.title(unit.number, title)} page="results-page" current="course">
      <div class="wrap stack gap6">
        <Crumbs
          trail={[
            { label: unitText.course, href: `/courses/${course}` },
            { label: number, href: `/courses/${course}/units/${unit.key}` },
            { label: t.crumb },
          ]}
        />
        <header class="stack gap3">
          <p class="eyebrow">{`${number} · ${title}`}</p>
          <h1>{t.heading}</h1>
          {!props.isReleased && <Banner>{t.notReleased}</Banner>}
          {opened.length + ahead.length > 0 && <InBrief {...props} />}
        </header>
        {opened.length + ahead.length === 0 ? (
          <Empty icon="people" level="h2" title={hasSections ? t.nobody.title : t.noSection.title}>
            {hasSections ? t.nobody.text : t.noSection.text}
          </Empty>
        ) : (
          <>
            <SelfCheckResults questions={questions} />
            <WhoOpened {...props} />
          </>
        )}
      </div>
    </Layout>
  );
};

const InBrief = ({ opened, ahead, questions }: UnitResultsPageProps) => {
  const t = useText(resultsTexts);
  const all = opened.length + ahead.length;
  const finished = opened.filter(({ finishedAt }) => finishedAt).length;
  const answered = opened.filter(({ tries }) => tries > 0).length;
  return (
    <Facts
      of={[
        [t.facts.opened, t.of(opened.length, all)],
        [t.facts.finished, t.of(finished, all)],
        ...(questions ? ([[t.facts.answered, t.of(answered, all)]] as const) : []),
      ]}
    />
  );
};

const SelfCheckResults = ({ questions }: Pick<UnitResults, 'questions'>) => {
  const t = useText(resultsTexts).check;
  return (
    <section aria-labelledby="self-check">
      <header class="head">
        <h2 id="self-check">{t.title}</h2>
        {questions?.some(({ people }) => people > 0) && <p class="meta">{t.lede}</p>}
      </header>
      {!questions && <p class="soft">{t.none}</p>}
      {questions?.every(({ people }) => people === 0) && (
        <Empty icon="message" title={t.unanswered.title}>
          {t.unanswered.text}
        </Empty>
      )}
      {questions?.some(({ people }) => people > 0) && (
        <div class="chart-and-table">
          <QuestionsChart questions={questions} />
          <QuestionsTable questions={questions} />
        </div>
      )}
    </section>
  );
};

const QuestionsTable = ({ questions }: { readonly questions: readonly QuestionResult[] }) => {
  const [t, lang] = [useText(resultsTexts).check, useLang()];
  const share = (right: number, people: number): string => (people > 0 ? t.share(right, shareOf(right, people)) : '–');
  return (
    <Table
      caption={t.table}
      captionIs="hidden"
      columns={[
        { number: t.columns.number },
        t.columns.question,
        { number: t.columns.answered },
        { number: t.columns.first },
        { number: t.columns.best },
      ]}
    >
      <tbody>
        {questions.map(({ id, number, prompt, people, firstRight, everRight }) => (
          <tr key={id}>
            <td class="n">{number}</td>
            <th scope="row">{prompt[lang]}</th>
            <td class="n">{people}</td>
            <td class="n">{share(firstRight, people)}</td>
            <td class="n">{share(everRight, people)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const WhoOpened = ({ opened, ahead, questions, slides, zone }: UnitResultsPageProps) => {
  const t = useText(resultsTexts).who;
  return (
    <section aria-labelledby="who" class="stack gap5">
      <h2 id="who">{t.title}</h2>
      {opened.length === 0 ? (
        <p class="soft">{t.nobody}</p>
      ) : (
        <Table
          caption={t.table}
          captionIs="hidden"
          columns={[
            t.columns.name,
            t.columns.section,
            t.columns.opened,
            t.columns.slides,
            ...(questions ? [{ number: t.columns.tries }] : []),
          ]}
        >
          <tbody>
            {opened.map((student, index) => (
              <StudentRow key={index} student={student} slides={slides} zone={zone} hasTries={questions !== null} />
            ))}
          </tbody>
        </Table>
      )}
      {ahead.length > 0 && opened.length > 0 && <NotYet students={ahead} />}
      {ahead.length === 0 && <p class="soft">{t.all}</p>}
    </section>
  );
};

interface StudentRowProps extends Pick<UnitResultsPageProps, 'slides' | 'zone'> {
  readonly student: StudentStudy;
  readonly hasTries: boolean;
}

const StudentRow = ({ student: { name, section, openedAt, slide, finishedAt, tries }, slides, zone, hasTries }: StudentRowProps) => {
  const t = useText(resultsTexts).who;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{section}</td>
      <td>{openedAt && <Time at={openedAt} form="plain" zone={zone} />}</td>
      <td>
        {finishedAt ? (
          <Badge kind="ok" icon="check">
            {t.finished}
          </Badge>
        ) : slide ? (
          t.slide(Math.min(slide, slides), slides)
        ) : (
          <span class="meta">{t.unread}</span>
        )}
      </td>
      {hasTries && <td class="n">{tries}</td>}
    </tr>
  );
};

const NotYet = ({ students }: { readonly students: readonly StudentStudy[] }) => {
  const t = useText(resultsTexts).who;
  return (
    <div class="stack gap2">
      <h3>{`${t.ahead} (${students.length})`}</h3>
      <ul role="list" class="not-tried">
        {students.map(({ name, section }, index) => (
          <li key={index}>
            {name} <span class="meta">{t.inSection(section)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
