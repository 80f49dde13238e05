import { Table } from '../../platform/markup/components.js';
import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Banner, Empty } from '../../platform/markup/notices.js';
import { Time, timeText } from '../../platform/markup/time.js';
import { historyAt } from '../addresses.js';
import { fieldModel } from '../fill/field-models.js';
import { CellText } from '../sheet/cell-text.view.js';
import type { CellChange } from '../sheet/cells.queries.js';
import { nameOf } from '../sheet/lookups.shared.js';
import { fieldById, repeatOf } from '../sheet/outline.shared.js';
import { workspaceTexts } from '../text.js';
import { HISTORY, WorkspaceFrame } from '../workspace-frame.view.js';
import type { AskedHistory } from './asked.js';
import type { HistoryReading } from './history.service.js';

export interface HistoryPageProps {
  readonly reading: HistoryReading;
  readonly done: AskedHistory['done'];
}

/** Who changed what, when, from what to what; of one cell, any version can be put back. */
export const HistoryPage = ({ reading, done }: HistoryPageProps) => {
  const { workspace, cell, changes, before } = reading;
  const [t, lang] = [useText(workspaceTexts).journal, useLang()];
  const field = cell && fieldById(workspace.schema, cell.field);
  const title = field ? t.of(field.label[lang], useRowName(reading, cell.row)) : t.title;
  const trail = field ? [{ label: t.title, href: historyAt(workspace.at) }] : [];
  return (
    <WorkspaceFrame workspace={workspace} current={HISTORY} title={title} trail={trail} lede={!cell && <p class="lede">{t.whole}</p>}>
      {done && (
        <Banner kind={done === 'restored' ? 'ok' : 'warn'} role={done === 'restored' ? 'status' : 'alert'}>
          {t[done]}
        </Banner>
      )}
      {changes.length === 0 ? (
        <Empty icon="history" level="h2" title={t.none} />
      ) : (
        <Table
          caption={t.caption}
          captionIs="hidden"
          class="journal"
          columns={[t.when, t.who, ...(cell ? [] : [t.what]), t.from, t.to, { unseen: t.action }]}
        >
          <tbody>
            {changes.map((change) => (
              <ChangeLine key={`${change.row} ${change.field} ${change.version}`} reading={reading} change={change} />
            ))}
          </tbody>
        </Table>
      )}
      {before !== null && (
        <p>
          <LinkButton
            href={`${historyAt(workspace.at, cell ?? undefined)}${cell ? '&' : '?'}before=${before}`}
            size="small"
            iconAfter="right"
          >
            {t.older}
          </LinkButton>
        </p>
      )}
    </WorkspaceFrame>
  );
};

const ChangeLine = ({ reading, change }: { reading: HistoryReading; change: CellChange }) => {
  const { workspace, cell, known } = reading;
  const [t, lang] = [useText(workspaceTexts).journal, useLang()];
  const field = fieldById(workspace.schema, change.field);
  const model = field && fieldModel(workspace.schema, field, known, lang);
  const name = useRowName(reading, change.row);
  const shown = (content: CellChange['to']) => (model ? <CellText model={model} cell={content} /> : JSON.stringify(content.value));
  return (
    <tr>
      <td>
        <Time at={change.at} form="plain" zone={workspace.actor.course.timeZone} />
      </td>
      <td>{change.by}</td>
      {!cell && (
        <td>
          <a href={historyAt(workspace.at, change)}>{model?.label ?? t.goneField}</a>
          <span class="meta">{name}</span>
        </td>
      )}
      <td>{shown(change.from)}</td>
      <td>{shown(change.to)}</td>
      <td>{change.isNewest ? <span class="meta">{t.now}</span> : field && <Restore reading={reading} change={change} />}</td>
    </tr>
  );
};

const Restore = ({ reading: { workspace, changes, cell }, change }: { reading: HistoryReading; change: CellChange }) => {
  const [t, lang] = [useText(workspaceTexts).journal, useLang()];
  const newest = changes.find(({ isNewest }) => isNewest);
  if (!workspace.filling.allowed || !cell || !newest) return null;
  const fields = { version: change.version, seen: newest.version };
  return (
    <Form action={`${historyAt(workspace.at)}/${change.row}/${change.field}`} class="inline">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="small" icon="undo" label={t.restoreThis(timeText(lang, change.at, 'plain', workspace.actor.course.timeZone))}>
        {t.restore}
      </Button>
    </Form>
  );
};

/** A row by its name; those that are there once need none but their section’s. */
function useRowName({ workspace: { schema }, known }: HistoryReading, id: string): string {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const row = known.find((one) => one.id === id);
  if (!row) return t.journal.goneRow;
  const { once } = repeatOf(schema, row.repeat);
  return nameOf(schema, row, known, lang) ?? (once ? schema.title[lang] : t.rows.unnamed);
}
