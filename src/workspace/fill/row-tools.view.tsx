import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { rowAt } from '../addresses.js';
import { workspaceTexts } from '../text.js';
import type { Workspace } from '../workspaces.service.js';

interface RowToolsProps {
  readonly workspace: Workspace;
  readonly section: string;
  readonly row: string;
  readonly name: string;
  /** Which way rows follow each other. */
  readonly along: 'columns' | 'lines';
}

/** What can be done with a row as a whole: moved, and taken out. */
export const RowTools = ({ workspace, section, row, name, along }: RowToolsProps) => {
  const t = useText(workspaceTexts).rows;
  if (!workspace.filling.allowed) return null;
  const at = rowAt(workspace.at, section, row);
  return (
    <Form action={`${at}/removal`} class={`row-tools ${along}`}>
      <Button kind="quiet" size="small" icon="left" formAction={`${at}/earlier`} label={t.earlier(name)} />
      <Button kind="quiet" size="small" icon="right" formAction={`${at}/later`} label={t.later(name)} />
      <Button kind="quiet" size="small" icon="cross" label={t.removeThis(name)} />
    </Form>
  );
};
