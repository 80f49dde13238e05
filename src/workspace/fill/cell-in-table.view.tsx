import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { rowAt } from '../addresses.js';
import { CellText } from '../sheet/cell-text.view.js';
import { cellOf, isFilled, type SheetRow } from '../sheet/worksheet.shared.js';
import { workspaceTexts } from '../text.js';
import type { Workspace } from '../workspaces.service.js';
import { fieldDomId } from './field.view.js';
import type { FieldModel } from './row-form.shared.js';

interface CellInTableProps {
  readonly workspace: Workspace;
  readonly section: string;
  readonly row: SheetRow;
  readonly name: string;
  readonly model: FieldModel;
}

/** A cell to be read; an empty one leads its team to where it is filled in. */
export const CellInTable = ({ workspace, section, row, name, model }: CellInTableProps) => {
  const t = useText(workspaceTexts).field;
  const cell = cellOf(row, model.field.id);
  if (isFilled(cell) || !workspace.filling.allowed) return <CellText model={model} cell={cell} />;
  return (
    <a class="to-fill" href={`${rowAt(workspace.at, section, row.id)}#${fieldDomId(model.field.id)}`}>
      <Icon name="plus" /> {t.toFill}
      <span class="sr">{` ${t.toFillThis(model.label, name)}`}</span>
    </a>
  );
};
