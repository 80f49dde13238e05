import { Fragment } from 'preact';
import type { DeliverableSpec } from '../../assignments/index.js';
import { TextArea } from '../../platform/markup/fields.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { submissionTexts } from '../text.js';
import type { Draft } from './draft.js';
import { baseField, textField } from './draft-fields.shared.js';
import type { WorkPageProps } from './stage-context.js';
import { countWords } from './words.shared.js';

type WorkTextsProps = Pick<WorkPageProps, 'stage' | 'draft' | 'typed' | 'isConflict'>;

export const WorkTexts = ({ stage, draft, typed, isConflict }: WorkTextsProps) => {
  const t = useText(submissionTexts).work;
  const asked = stage.spec.deliverables.filter(({ kind }) => kind === 'text');
  if (asked.length === 0) return null;
  return (
    <section class="stack gap5" aria-labelledby="texts">
      <h2 id="texts">{t.texts}</h2>
      {asked.map((deliverable) => {
        const theirs = draft.texts[deliverable.key] ?? '';
        const mine = typed?.[deliverable.key] ?? theirs;
        return (
          <Fragment key={deliverable.key}>
            <input type="hidden" name={baseField(deliverable.key)} value={theirs} />
            {isConflict && mine !== theirs ? (
              <TwoVersions deliverable={deliverable} draft={draft} theirs={theirs} mine={mine} />
            ) : (
              <WorkText deliverable={deliverable} value={mine} />
            )}
          </Fragment>
        );
      })}
    </section>
  );
};

const WorkText = ({ deliverable, value }: { deliverable: DeliverableSpec; value: string }) => {
  const t = useText(submissionTexts).work;
  const lang = useLang();
  const { key, label, hint, required, max_words: most } = deliverable;
  const limit = most !== undefined && (
    <>
      {' '}
      {t.mostWords(most)}{' '}
      <span class="num word-count" data-words-of={textField(key)} data-most={most}>
        {t.words(countWords(value), most)}
      </span>
    </>
  );
  return (
    <TextArea
      name={textField(key)}
      label={label[lang]}
      hint={
        <>
          {hint[lang]}
          {limit}
        </>
      }
      optional={!required}
      value={value}
      rows={most !== undefined && most > 80 ? 7 : 4}
    />
  );
};

interface TwoVersionsProps {
  readonly deliverable: DeliverableSpec;
  readonly draft: Draft;
  readonly theirs: string;
  readonly mine: string;
}

/** Both texts side by side: the saved one to read and copy from, the reader's own to go on with. */
const TwoVersions = ({ deliverable, draft, theirs, mine }: TwoVersionsProps) => {
  const { conflict } = useText(submissionTexts).work;
  const { noText } = useText(submissionTexts);
  return (
    <div class="two-versions">
      <div class="stack gap1">
        <h3>{conflict.theirs(draft.savedBy ?? conflict.somebody)}</h3>
        {theirs ? <p class="written saved-by-other">{theirs}</p> : <p class="soft small">{noText}</p>}
      </div>
      <div class="stack gap1">
        <WorkText deliverable={deliverable} value={mine} />
      </div>
    </div>
  );
};
