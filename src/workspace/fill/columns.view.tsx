import { numberText } from '../../platform/markup/amounts.js';
import { Table } from '../../platform/markup/components.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { rowAt } from '../addresses.js';
import { nameOf } from '../sheet/lookups.shared.js';
import { repeatOf } from '../sheet/outline.shared.js';
import type { SectionReading } from '../sheet/section-reading.js';
import { cellOf, isFilled } from '../sheet/worksheet.shared.js';
import { workspaceTexts } from '../text.js';
import type { FieldModel } from './row-form.shared.js';
import { CellInTable } from './cell-in-table.view.js';
import { RowTools } from './row-tools.view.js';

interface ColumnsProps extends SectionReading {
  readonly models: readonly FieldModel[];
}

/** What several sections say of the same things: these side by side, a line a field, so that they can be compared. */
export const ColumnsTable = ({ workspace, section, rows, known, models }: ColumnsProps) => {
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const isOwner = repeatOf(workspace.schema, section.repeat).section === section.key;
  const named = rows.map((row, place) => ({ row, name: nameOf(workspace.schema, row, known, lang) ?? t.rows.row(place + 1) }));
  return (
    <Table caption={t.rows.caption(section.title[lang])} captionIs="hidden" class="compared-rows">
      <thead>
        <tr>
          <th scope="col">{t.rows.criterion}</th>
          {named.map(({ row, name }) => (
            <th key={row.id} scope="col">
              <a href={rowAt(workspace.at, section.key, row.id)}>{name}</a>
              {isOwner && <RowTools workspace={workspace} section={section.key} row={row.id} name={name} along="columns" />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.field.id}>
            <th scope="row">
              {model.unit ? t.field.withUnit(model.label, model.unit) : model.label}
              {model.hint && <span class="meta">{model.hint}</span>}
              <span class="meta num">
                {t.rows.of(
                  numberText(lang, rows.filter((row) => isFilled(cellOf(row, model.field.id))).length),
                  numberText(lang, rows.length),
                )}
              </span>
            </th>
            {named.map(({ row, name }) => (
              <td key={row.id} data-row={name}>
                <CellInTable workspace={workspace} section={section.key} row={row} name={name} model={model} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
