import type { WorksheetSection } from '../../assignments/worksheet/worksheet.shared.js';
import { Facts } from '../../platform/markup/components.js';
import { useText } from '../../platform/markup/frame.js';
import { Island } from '../../platform/markup/island.js';
import { rowAt } from '../addresses.js';
import { CellText } from '../sheet/cell-text.view.js';
import { cellOf, type SheetRow } from '../sheet/worksheet.shared.js';
import { workspaceTexts } from '../text.js';
import type { Workspace } from '../workspaces.service.js';
import { RowForm } from './row-form.island.js';
import type { FieldModel, FormBack } from './row-form.shared.js';

interface RowPartProps {
  readonly workspace: Workspace;
  readonly section: WorksheetSection;
  readonly row: SheetRow;
  readonly models: readonly FieldModel[];
  readonly back: FormBack;
}

/** The fields of one row: a form for its team, facts for everybody else. */
export const RowPart = ({ workspace, section, row, models, back }: RowPartProps) => {
  const t = useText(workspaceTexts).field;
  const { filling, at, actor, sheet } = workspace;
  if (!filling.allowed)
    return (
      <Facts
        of={models.map((model) => [
          model.unit ? t.withUnit(model.label, model.unit) : model.label,
          <CellText model={model} cell={cellOf(row, model.field.id)} />,
        ])}
      />
    );
  const cells = Object.fromEntries(models.flatMap(({ field }) => (row.cells[field.id] ? [[field.id, row.cells[field.id]!]] : [])));
  return (
    <Island
      of={RowForm}
      name="row-form"
      props={{
        address: rowAt(at, section.key, row.id),
        row: row.id,
        at,
        fields: models,
        cells,
        back,
        zone: actor.course.timeZone,
        number: sheet.number,
      }}
    />
  );
};
