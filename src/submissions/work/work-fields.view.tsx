import { bytesText, numberText } from '../../platform/markup/amounts.js';
import { ACCEPTED_ENDINGS } from '../../platform/blobs/file-kind.js';
import { FileField } from '../../platform/markup/files.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Island } from '../../platform/markup/island.js';
import { SavedMark } from '../../platform/markup/notices.js';
import { stageAt } from '../addresses.js';
import { submissionTexts } from '../text.js';
import { type DraftFile, LARGEST_FILE_BYTES, MOST_FILES } from './draft.js';
import { fileField, textField } from './draft-fields.shared.js';
import { DraftSave } from './draft-save.island.js';
import { lateReplacement } from './hand-in.policy.js';
import { latenessOf, type TeamStageContext, type WorkPageProps } from './stage-context.js';
import { WorkTexts } from './work-texts.view.js';

type WorkFieldsProps = WorkPageProps & TeamStageContext;

/** The one form of the page: two buttons, and with each everything that stands in it is kept. */
export const WorkFields = (props: WorkFieldsProps) => {
  const { actor, assignment, stage, draft, requestKey, isConflict } = props;
  const t = useText(submissionTexts).work;
  const at = stageAt(actor.course.slug, assignment.content.key, stage.spec.key);
  const savedAt = draft.savedAt?.toISOString() ?? null;
  return (
    <Form action={`${at}/draft`} sends="upload" {...useProblems(props)} class="stack gap6">
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="request_key" value={requestKey} />
      <WorkTexts {...props} />
      <Files {...props} at={at} />
      <div class="work-actions">
        {isConflict ? (
          // Nothing saves by itself here: the other text stands until the reader has compared.
          <SavedMark state="conflict" />
        ) : (
          <Island
            of={DraftSave}
            name="draft-save"
            props={{ address: `${at}/draft`, version: draft.version, savedAt, zone: actor.course.timeZone }}
          />
        )}
        <div class="row gap3">
          <Button>{t.save}</Button>
          <HandInButton {...props} at={at} />
        </div>
        <p class="meta">{t.noScript}</p>
      </div>
    </Form>
  );
};

/** The form's problems in the reader's language, as the page goes; several files of one field may each have theirs. */
function useProblems({ stage, errors, typed }: WorkFieldsProps) {
  const lang = useLang();
  if (!errors || Object.keys(errors).length === 0) return undefined;
  const labels = Object.fromEntries(fieldsInOrder(stage).map(([field, label]) => [field, label[lang]]));
  const fields = [...new Set([...Object.keys(labels), ...Object.keys(errors)])].filter((field) => errors[field]);
  const sentences = fields.map((field) => [field, errors[field]!.map((one) => one[lang]).join(' ')] as const);
  const shown = Object.entries(typed ?? {}).map(([key, text]) => [textField(key), text] as const);
  return { labels, problems: { errors: Object.fromEntries(sentences), typed: Object.fromEntries(shown) } };
}

/** All texts stand before all files. */
function fieldsInOrder({ spec }: WorkFieldsProps['stage']) {
  const [texts, files] = (['text', 'file'] as const).map((asked) => spec.deliverables.filter(({ kind }) => kind === asked));
  return [
    ...texts!.map(({ key, label }) => [textField(key), label] as const),
    ...files!.map(({ key, label }) => [fileField(key), label] as const),
  ];
}

const Files = ({ stage, draft, at }: WorkFieldsProps & { at: string }) => {
  const t = useText(submissionTexts).work;
  const lang = useLang();
  const asked = stage.spec.deliverables.filter(({ kind }) => kind === 'file');
  if (asked.length === 0) return null;
  return (
    <section class="stack gap4" aria-labelledby="files">
      <div>
        <h2 id="files">{t.files}</h2>
        <p class="soft small">{t.filesHint(MOST_FILES, bytesText(lang, LARGEST_FILE_BYTES))}</p>
      </div>
      {asked.map(({ key, label, hint, required }) => (
        <div key={key} class="stack gap2 deliverable">
          <FileField
            name={fileField(key)}
            label={label[lang]}
            hint={hint[lang]}
            optional={!required}
            accept={ACCEPTED_ENDINGS.map((ending) => `.${ending}`)}
            maxBytes={LARGEST_FILE_BYTES}
            most={MOST_FILES}
          />
          <Attached label={label[lang]} files={draft.files.filter(({ deliverable }) => deliverable === key)} at={at} />
        </div>
      ))}
    </section>
  );
};

const Attached = ({ label, files, at }: { label: string; files: readonly DraftFile[]; at: string }) => {
  const t = useText(submissionTexts).work;
  const lang = useLang();
  if (files.length === 0) return null;
  return (
    <ul role="list" class="attached" aria-label={t.attached(label)}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`${at}/files/${id}`}>{name}</a>
          <span class="meta num">{bytesText(lang, size)}</span>
          <Button kind="quiet" size="small" formAction={`${at}/files/${id}/removal`} label={t.removeLabel(name)}>
            {t.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
};

const HandInButton = ({ at, ...props }: WorkFieldsProps & { at: string }) => {
  const { stage, team, draft, attempts, now } = props;
  const t = useText(submissionTexts).work;
  const lang = useLang();
  const action = attempts.length > 0 ? t.handInAgain : t.handIn;
  const names = draft.files.map(({ name }) => name);
  const leaves = t.askThen(team.name, (attempts[0]?.attempt ?? 0) + 1, names);
  const replaced = lateReplacement(latenessOf(props), now);
  const warning = replaced && t.replaces(replaced.attempt, replaced.days, numberText(lang, replaced.percent));
  const confirm = { question: t.ask(stage.spec.number), consequence: [warning, leaves].filter(Boolean).join(' '), action };
  return (
    <Button kind="primary" formAction={`${at}/submissions`} confirm={confirm}>
      {action}
    </Button>
  );
};
