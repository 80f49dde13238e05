import { numberText } from '../../platform/markup/amounts.js';
import { Table } from '../../platform/markup/components.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { rowAt, sectionAt } from '../addresses.js';
import { nameOf } from '../sheet/lookups.shared.js';
import { PAGE_LENGTH, type SectionReading } from '../sheet/section-reading.js';
import { workspaceTexts } from '../text.js';
import { CellInTable } from './cell-in-table.view.js';
import type { FieldModel } from './row-form.shared.js';
import { RowTools } from './row-tools.view.js';

interface LinesProps extends SectionReading {
  readonly models: readonly FieldModel[];
}

/** A line for each row of a section, a page of them at a time. */
export const LinesTable = (props: LinesProps) => {
  const { workspace, section, rows, known, models, shown } = props;
  const [t, lang] = [useText(workspaceTexts), useLang()];
  return (
    <>
      <Table caption={t.rows.captionLines(section.title[lang])} captionIs="hidden" class="sheet-lines">
        <thead>
          <tr>
            <th scope="col">{t.rows.name}</th>
            {models.map(({ field, label, unit, hint }) => (
              <th key={field.id} scope="col" title={hint || undefined}>
                {unit ? t.field.withUnit(label, unit) : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const name = nameOf(workspace.schema, row, known, lang) ?? t.rows.row(shown.from + place + 1);
            return (
              <tr key={row.id}>
                <th scope="row">
                  <a href={rowAt(workspace.at, section.key, row.id)}>{name}</a>
                  <RowTools workspace={workspace} section={section.key} row={row.id} name={name} along="lines" />
                </th>
                {models.map((model) => (
                  <td key={model.field.id} data-field={model.label}>
                    <CellInTable workspace={workspace} section={section.key} row={row} name={name} model={model} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
      <Pages {...props} />
    </>
  );
};

const Pages = ({ workspace, section, rows, count, shown }: LinesProps) => {
  const [t, lang] = [useText(workspaceTexts).rows, useLang()];
  if (count <= PAGE_LENGTH) return null;
  const at = (from: number): string =>
    `${sectionAt(workspace.at, section.key)}?${new URLSearchParams({ show: shown.only, from: String(from) }).toString()}`;
  const [first, last] = [shown.from + 1, shown.from + rows.length].map((number) => numberText(lang, number)) as [string, string];
  return (
    <nav class="row gap3" aria-label={t.pages}>
      {shown.from > 0 && (
        <LinkButton href={at(Math.max(0, shown.from - PAGE_LENGTH))} size="small" icon="left">
          {t.before}
        </LinkButton>
      )}
      <span class="meta num">{t.page(first, last, numberText(lang, count))}</span>
      {shown.from + PAGE_LENGTH < count && (
        <LinkButton href={at(shown.from + PAGE_LENGTH)} size="small" iconAfter="right">
          {t.after}
        </LinkButton>
      )}
    </nav>
  );
};
