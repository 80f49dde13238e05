import type { ContentProblem } from '../kernel/content-problem.js';
import { bytesText, numberText } from '../platform/markup/amounts.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Banner } from '../platform/markup/notices.js';
import { Facts, Table } from '../platform/markup/components.js';
import { AdminPage } from './admin-page.view.js';
import type { InstallationFacts } from './installation.js';
import { adminTexts } from './text.js';

interface OverviewPageProps {
  readonly facts: InstallationFacts;
  readonly problems: readonly ContentProblem[];
}

export const OverviewPage = ({ facts, problems }: OverviewPageProps) => (
  <AdminPage part="overview">
    <Content problems={problems} />
    <Holds facts={facts} />
    <Runs facts={facts} />
  </AdminPage>
);

const Content = ({ problems }: Pick<OverviewPageProps, 'problems'>) => {
  const t = useText(adminTexts);
  return (
    <section class="stack" aria-labelledby="content">
      <h2 id="content">{t.content}</h2>
      {problems.length === 0 ? (
        <Banner kind="ok">{t.contentIsFine}</Banner>
      ) : (
        <>
          <Banner kind="warn">{t.contentHint}</Banner>
          <ProblemTable problems={problems} />
        </>
      )}
    </section>
  );
};

const ProblemTable = ({ problems }: Pick<OverviewPageProps, 'problems'>) => {
  const [t, lang] = [useText(adminTexts), useLang()];
  return (
    <Table caption={t.problems} captionIs="hidden" columns={[t.file, { number: t.line }, t.reason]}>
      <tbody>
        {problems.map(({ file, line, reason }) => (
          <tr key={`${file}:${line}:${reason.en}`}>
            <th scope="row">
              <code>{file}</code>
            </th>
            <td class="n">{line}</td>
            <td>{reason[lang]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Holds = ({ facts }: Pick<OverviewPageProps, 'facts'>) => {
  const [t, lang] = [useText(adminTexts), useLang()];
  const count = (value: number): string => numberText(lang, value);
  return (
    <section class="stack" aria-labelledby="holds">
      <h2 id="holds">{t.holds}</h2>
      <Facts
        of={[
          [t.counts.courses, count(facts.courses)],
          [t.counts.people, count(facts.people)],
          [t.counts.teams, count(facts.teams)],
          [t.counts.submissions, count(facts.submissions)],
          [t.counts.assessments, count(facts.assessments)],
          [t.counts.files, t.sized(count(facts.files), bytesText(lang, facts.fileBytes))],
          [t.counts.mails, count(facts.mails)],
          [t.jobs, count(facts.jobs)],
        ]}
      />
      {facts.failedJobs > 0 && <Banner kind="bad">{t.failedJobs(facts.failedJobs)}</Banner>}
    </section>
  );
};

const Runs = ({ facts }: Pick<OverviewPageProps, 'facts'>) => {
  const [t, lang] = [useText(adminTexts), useLang()];
  return (
    <section class="stack" aria-labelledby="runs">
      <h2 id="runs">{t.runs}</h2>
      <Facts
        of={[
          [t.version, facts.version],
          [t.node, facts.node],
          [t.postgres, facts.postgres],
          [t.counts.database, bytesText(lang, facts.databaseBytes)],
          [t.migration, <code>{facts.migration}</code>],
          [t.address, facts.address],
          [t.folder, <code>{facts.folder}</code>],
          [t.free, bytesText(lang, facts.freeBytes)],
        ]}
      />
    </section>
  );
};
