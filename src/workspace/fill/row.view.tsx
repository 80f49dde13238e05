import { useLang, useText } from '../../platform/markup/frame.js';
import { Banner } from '../../platform/markup/notices.js';
import { sectionAt } from '../addresses.js';
import { nameOf } from '../sheet/lookups.shared.js';
import type { RowReading } from '../sheet/section-reading.js';
import { workspaceTexts } from '../text.js';
import { WorkspaceFrame } from '../workspace-frame.view.js';
import { fieldModel } from './field-models.js';
import { RowPart } from './row-part.view.js';
import { type FormBack, NOTHING_BACK } from './row-form.shared.js';
import type { Done } from './shown.js';

export interface RowPageProps {
  readonly reading: RowReading;
  readonly back: FormBack | null;
  readonly done: Done | null;
}

/** One row of a section as a form: an organisation, a post. */
export const RowPage = ({ reading, back, done }: RowPageProps) => {
  const { workspace, section, row, known, fields } = reading;
  const [t, lang] = [useText(workspaceTexts), useLang()];
  const name = nameOf(workspace.schema, row, known, lang) ?? t.rows.unnamed;
  const said = done?.what === 'saved' ? t.save.done : done?.what === 'same' ? t.save.nothing : null;
  return (
    <WorkspaceFrame
      workspace={workspace}
      current={section.key}
      title={name}
      trail={[{ label: section.title[lang], href: sectionAt(workspace.at, section.key) }]}
    >
      {said && (
        <Banner kind="ok" role="status">
          {said}
        </Banner>
      )}
      <RowPart
        workspace={workspace}
        section={section}
        row={row}
        models={fields.map((field) => fieldModel(workspace.schema, field, known, lang))}
        back={back ?? NOTHING_BACK}
      />
      <p>
        <a href={sectionAt(workspace.at, section.key)}>{t.rows.backTo(section.title[lang])}</a>
      </p>
    </WorkspaceFrame>
  );
};
