import { useRef } from 'preact/hooks';
import { Avatars } from '../../platform/markup/components.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Banner, SavedMark } from '../../platform/markup/notices.js';
import { workspaceTexts } from '../text.js';
import { RowField } from './field.view.js';
import type { RowFormProps } from './row-form.shared.js';
import { type RowFormState, useRowForm } from './use-row-form.js';

/** The form of one row. Each field saves itself when it is left; without a script, the form is sent whole. */
export function RowForm(props: RowFormProps) {
  const { address, row, at, fields, zone } = props;
  const t = useText(workspaceTexts);
  const box = useRef<HTMLDivElement>(null);
  const state = useRowForm(props, box);
  const contested = fields.filter((model) => state.fieldOf(model).theirs).length;
  return (
    <div ref={box} class="row-form">
      <FormState {...state} />
      <Form action={address} class="stack gap5">
        {contested > 0 && (
          <Banner kind="warn" role="alert" icon="people">
            <b>{t.conflict.summary(contested)}</b> {t.conflict.hint}
          </Banner>
        )}
        {fields.map((model) => (
          <RowField key={model.field.id} model={model} row={row} at={at} zone={zone} {...state.fieldOf(model)} />
        ))}
        <p class="without-script">
          <Button kind="primary">{t.save.button}</Button>
        </p>
      </Form>
    </div>
  );
}

/** What is really saved, and the way back. */
const FormState = ({ together, canUndo, undo, said, people }: RowFormState) => {
  const t = useText(workspaceTexts).save;
  return (
    <div class="form-state with-script">
      {people.length > 0 && <Avatars label={t.here} people={people} />}
      <SavedMark state={together.word} at={together.at} />
      {canUndo && (
        <Button type="button" kind="quiet" size="small" icon="undo" onClick={undo}>
          {t.undo}
        </Button>
      )}
      {said && (
        <span class="meta" role="status">
          {said}
        </span>
      )}
      {together.because && (
        <p class="error" role="alert">
          {together.because}
        </p>
      )}
    </div>
  );
};
