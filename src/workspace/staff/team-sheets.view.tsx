import { Crumbs, Table } from '../../platform/markup/components.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Empty } from '../../platform/markup/notices.js';
import { Time } from '../../platform/markup/time.js';
import { workspacesAt } from '../addresses.js';
import { Filled } from '../fill/overview.view.js';
import { workspaceTexts } from '../text.js';
import type { SheetAssignment } from '../workspaces.service.js';
import type { TeamSheet } from './team-sheets.service.js';

export interface TeamSheetsProps {
  readonly asked: SheetAssignment;
  readonly teams: readonly TeamSheet[];
}

/** All teams of one's sections, with how far each is. */
export const TeamSheetsPage = ({ asked: { actor, assignment }, teams }: TeamSheetsProps) => {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const { slug, timeZone } = actor.course;
  const { key, spec } = assignment.content;
  const trail = [
    { label: t.course, href: `/courses/${slug}` },
    { label: spec.title[lang], href: `/courses/${slug}/assignments/${key}` },
    { label: t.staff.title },
  ];
  return (
    <Layout title={t.staff.title} current="project" page="workspace">
      <div class="wrap">
        <header class="stack gap3 workspace-head">
          <Crumbs trail={trail} />
          <h1>{t.staff.title}</h1>
          <p class="lede">{t.staff.lede}</p>
        </header>
        {teams.length === 0 ? (
          <Empty icon="people" level="h2" title={t.staff.none}>
            {t.staff.noneHint}
          </Empty>
        ) : (
          <Table caption={t.staff.caption} captionIs="hidden" columns={[t.staff.team, t.staff.section, t.staff.filled, t.staff.changed]}>
            <tbody>
              {teams.map((team) => (
                <tr key={team.id}>
                  <th scope="row">{team.sheet ? <a href={`${workspacesAt(slug, key)}/${team.id}`}>{team.name}</a> : team.name}</th>
                  <td>{team.section}</td>
                  <td>{team.completeness ? <Filled of={team.completeness} /> : <span class="soft">{t.staff.notOpened}</span>}</td>
                  <td>
                    {team.sheet?.changedAt ? (
                      <Time at={team.sheet.changedAt} form="plain" zone={timeZone} />
                    ) : (
                      <span class="soft">{t.staff.unchanged}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Layout>
  );
};
