import { numberText } from '../../platform/markup/amounts.js';
import { Table } from '../../platform/markup/components.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Progress } from '../../platform/markup/notices.js';
import { sectionAt } from '../addresses.js';
import { type Completeness, sumOf } from '../sheet/completeness.shared.js';
import { workspaceTexts } from '../text.js';
import { NoTeamPage, OVERVIEW, WorkspaceFrame } from '../workspace-frame.view.js';
import type { SheetAssignment, Workspace } from '../workspaces.service.js';

export interface OverviewProps {
  readonly asked: SheetAssignment;
  /** Null for somebody without a team. */
  readonly workspace: Workspace | null;
  readonly sections: ReadonlyMap<string, Completeness> | null;
}

/** All sections of a worksheet, with how much of each is filled in. */
export const OverviewPage = ({ asked, workspace, sections }: OverviewProps) => {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  if (!workspace || !sections) return <NoTeamPage asked={asked} />;
  const stageOf = (key: string): string => {
    const stage = workspace.assignment.content.spec.stages.find((one) => one.key === key);
    return stage ? t.stage(stage.number, stage.title[lang]) : '';
  };
  return (
    <WorkspaceFrame workspace={workspace} current={OVERVIEW} title={workspace.schema.title[lang]} lede={<p class="lede">{t.lede}</p>}>
      <Filled of={sumOf([...sections.values()])} label={t.overall} />
      <Table caption={t.sections} captionIs="hidden" class="sections" columns={[t.columns.title, t.columns.stage, t.columns.filled]}>
        <tbody>
          {workspace.schema.sections.map(({ key, letter, title, stage }) => (
            <tr key={key}>
              <th scope="row">
                <a href={sectionAt(workspace.at, key)}>{t.section(letter, title[lang])}</a>
              </th>
              <td class="soft">{stageOf(stage)}</td>
              <td>
                <Filled of={sections.get(key) ?? { filled: 0, all: 0 }} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WorkspaceFrame>
  );
};

/** How many cells are filled, in words and as a bar. */
export const Filled = ({ of: { filled, all }, label }: { of: Completeness; label?: string }) => {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const [some, of] = [numberText(lang, filled), numberText(lang, all)];
  return (
    <div class={label ? 'filled large' : 'filled'}>
      <span class="num">
        {label && <span class="sr">{`${label} `}</span>}
        <b>{some}</b> {t.filled(filled, of)}
      </span>
      {all > 0 && <Progress value={filled} max={all} label={t.cells(filled, some, of)} />}
    </div>
  );
};
