import { useText } from '../../platform/markup/frame.js';
import { Banner } from '../../platform/markup/notices.js';
import { type AssessmentContent, FIELD, type Theirs } from '../assessing/assessment.shared.js';
import { CommentField } from './comment-field.view.js';
import { ConflictNotice, TheirComment } from './conflict.view.js';
import { CriterionPart, GatePart } from './criterion.view.js';
import type { Change, PanelProps } from './panel.shared.js';
import { graderTexts } from './text.js';

interface JudgingProps {
  readonly panel: PanelProps;
  readonly content: AssessmentContent;
  readonly theirs: Theirs | null;
  /** The key of the part the keyboard is in. */
  readonly active: string;
  readonly settle: (content: AssessmentContent) => void;
  readonly change: (change: Change) => void;
}

/** Everything that is chosen or written about one submission, from the first criterion to the general comment. */
export const Judging = ({ panel, content, theirs, active, settle, change }: JudgingProps) => {
  const t = useText(graderTexts);
  const { stageRubric, readOnly, problems, address, zone } = panel;
  const part = (key: string) => ({ content, theirs, problems, change, isActive: active === key });
  const takeAll = (from: AssessmentContent): void => {
    change({ is: 'take-all', from });
    settle(from);
  };
  return (
    <fieldset class="list" disabled={readOnly !== null} aria-labelledby="rubric">
      {readOnly && <Banner kind="warn">{readOnly}</Banner>}
      {problems[''] && (
        <Banner kind="bad" role="alert">
          {problems['']}
        </Banner>
      )}
      {theirs && (
        <ConflictNotice
          theirs={theirs}
          zone={zone}
          address={address}
          keepMine={() => settle(content)}
          takeTheirs={() => takeAll(theirs.content)}
        />
      )}
      {stageRubric.criteria.map((criterion) => (
        <CriterionPart key={criterion.key} criterion={criterion} {...part(criterion.key)} />
      ))}
      <GatePart gate={stageRubric.gate} {...part(stageRubric.gate.key)} />
      <div class="criterion">
        <CommentField
          name={FIELD.general}
          label={t.general}
          hint={t.generalHint}
          value={content.comment}
          problems={problems}
          write={(comment) => change({ is: 'general', comment })}
        />
        {theirs && theirs.content.comment !== content.comment && <TheirComment theirs={theirs} />}
      </div>
    </fieldset>
  );
};
