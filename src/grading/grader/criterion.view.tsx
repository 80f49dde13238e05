import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import {
  type AssessmentContent,
  FIELD,
  isSameGate,
  isSameJudgement,
  levelOf,
  pointsWithin,
  type StageCriterion,
  type Theirs,
} from '../assessing/assessment.shared.js';
import type { Change, PanelProps } from './panel.shared.js';
import { graderTexts } from './text.js';
import { CommentField, Problem } from './comment-field.view.js';
import { TheirChoice } from './conflict.view.js';

/** What each part of the panel knows of the whole. */
export interface PartProps {
  readonly content: AssessmentContent;
  readonly isActive: boolean;
  readonly problems: PanelProps['problems'];
  /** What stands there instead, as long as somebody has to choose. */
  readonly theirs: Theirs | null;
  readonly change: (change: Change) => void;
}

export const partId = (key: string): string => `part-${key}`;

/** One criterion: its levels with all their words, the points inside the level chosen, a comment. */
export const CriterionPart = ({
  criterion,
  content,
  isActive,
  problems,
  theirs,
  change,
}: PartProps & { readonly criterion: StageCriterion }) => {
  const [t, lang] = [useText(graderTexts), useLang()];
  const judgement = content.criteria[criterion.key]!;
  const outOf = numberText(lang, criterion.points);
  return (
    <fieldset class="criterion" id={partId(criterion.key)} data-active={isActive || undefined}>
      <legend>
        {criterion.title[lang]}
        <span class="meta push num">{judgement.points === null ? t.ungraded(outOf) : t.of(numberText(lang, judgement.points), outOf)}</span>
      </legend>
      <div class="rubric">
        {criterion.levels.map((level) => (
          <label class="level" key={level.key}>
            <b>
              {level.name[lang]} <span class="num">{t.range(numberText(lang, level.from), numberText(lang, level.to))}</span>
            </b>
            <span>{level.description[lang]}</span>
            <input
              type="radio"
              name={FIELD.level(criterion.key)}
              value={level.key}
              checked={judgement.level === level.key}
              onChange={() => change({ is: 'level', of: criterion.key, level: level.key })}
            />
          </label>
        ))}
      </div>
      <Points criterion={criterion} content={content} change={change} />
      <Problem of={FIELD.level(criterion.key)} problems={problems} />
      <Problem of={FIELD.points(criterion.key)} problems={problems} />
      <CommentField
        name={FIELD.comment(criterion.key)}
        label={t.comment}
        about={criterion.title[lang]}
        value={judgement.comment}
        problems={problems}
        write={(comment) => change({ is: 'comment', of: criterion.key, comment })}
      />
      {theirs && !isSameJudgement(judgement, theirs.content.criteria[criterion.key]) && (
        <TheirChoice theirs={theirs} criterion={criterion} take={() => change({ is: 'take', of: criterion.key, from: theirs.content })} />
      )}
    </fieldset>
  );
};

/** The points of the level chosen. Each is sent with its level, so that points never outlive a change of level. */
const Points = ({ criterion, content, change }: Pick<PartProps, 'content' | 'change'> & { readonly criterion: StageCriterion }) => {
  const [t, lang] = [useText(graderTexts), useLang()];
  const judgement = content.criteria[criterion.key]!;
  const level = levelOf(criterion, judgement.level);
  if (!level) return null;
  return (
    <div class="points" role="radiogroup" aria-label={t.pointsOf(level.name[lang])}>
      <span class="meta" aria-hidden="true">
        {t.points}
      </span>
      {pointsWithin(level).map((points) => (
        <label key={`${level.key}:${points}`}>
          <input
            type="radio"
            name={FIELD.points(criterion.key)}
            value={`${level.key}:${points}`}
            checked={judgement.points === points}
            onChange={() => change({ is: 'points', of: criterion.key, points })}
          />
          <span class="num">{numberText(lang, points)}</span>
        </label>
      ))}
    </div>
  );
};

/** Integrity: a level without points, which every stage passes. */
export const GatePart = ({
  gate,
  content,
  isActive,
  problems,
  theirs,
  change,
}: PartProps & { readonly gate: PanelProps['stageRubric']['gate'] }) => {
  const [t, lang] = [useText(graderTexts), useLang()];
  return (
    <fieldset class="criterion" id={partId(gate.key)} data-active={isActive || undefined}>
      <legend>{gate.title[lang]}</legend>
      <div class="rubric">
        {gate.levels.map((level) => (
          <label class="level" key={level.key}>
            <b>{level.name[lang]}</b>
            <span>
              {level.description[lang]} <em class="follows">{`${t.consequence} ${level.consequence[lang]}`}</em>
            </span>
            <input
              type="radio"
              name={FIELD.gate}
              value={level.key}
              checked={content.gate.level === level.key}
              onChange={() => change({ is: 'level', of: gate.key, level: level.key })}
            />
          </label>
        ))}
      </div>
      <Problem of={FIELD.gate} problems={problems} />
      <CommentField
        name={FIELD.gateComment}
        label={t.gateComment}
        value={content.gate.comment}
        problems={problems}
        write={(comment) => change({ is: 'comment', of: gate.key, comment })}
      />
      {theirs && !isSameGate(content, theirs.content) && (
        <TheirChoice theirs={theirs} gate={gate} take={() => change({ is: 'take', of: gate.key, from: theirs.content })} />
      )}
    </fieldset>
  );
};
