import { bytesText } from './amounts.js';
import { type FieldBase, FieldNotes, OptionalWord, useField } from './fields.js';
import { useLang, useText } from './frame.js';
import { Icon } from './icons.js';
import { markupTexts } from './text.js';

interface FileFieldProps extends Omit<FieldBase, 'value'> {
  /** Endings, as `.pdf`: what the browser's picker offers. The server decides by content. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  /** More than one: several files at once, at most so many. */
  readonly most?: number;
}

/** Files, by drag or by picker. The page's script shows what was chosen and warns of a large one before it is sent. */
export const FileField = ({ name, label, hint, optional, error, accept, maxBytes, most = 1 }: FileFieldProps) => {
  const [t, lang] = [useText(markupTexts), useLang()];
  const field = useField({ name, hint, error });
  const warnings = {
    'data-max-bytes': maxBytes,
    'data-most': most,
    'data-too-big': t.tooBig(bytesText(lang, maxBytes)),
    'data-too-many': t.tooMany(most),
  };
  return (
    <div class="field">
      <label for={field.id}>
        {label}
        <OptionalWord if={optional} />
      </label>
      <div class="drop">
        <Icon name="upload" />
        <span class="with-script" aria-hidden="true">
          <b>{most > 1 ? t.drop.several : t.drop.one}</b>
          {t.drop.or}
          <u>{most > 1 ? t.drop.orSeveral : t.drop.orOne}</u>
        </span>
        <input {...field.control} {...warnings} type="file" accept={accept.join(',')} multiple={most > 1} />
      </div>
      <ul class="chosen" data-chosen={field.id} aria-live="polite" />
      <FieldNotes field={field} hint={hint} />
    </div>
  );
};
