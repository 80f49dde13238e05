import { numberText } from '../../platform/markup/amounts.js';
import { Button } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Time } from '../../platform/markup/time.js';
import { type AssessmentContent, levelOf, type StageRubric, type StageCriterion, type Theirs } from '../assessing/assessment.shared.js';
import { graderTexts } from './text.js';

interface ConflictNoticeProps {
  readonly theirs: Theirs;
  readonly zone: string;
  readonly address: string;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Somebody else saved in between. Both contents are on the page until a person has chosen. */
export const ConflictNotice = ({ theirs, zone, address, keepMine, takeTheirs }: ConflictNoticeProps) => {
  const t = useText(graderTexts).conflict;
  return (
    <div class="banner bad conflict" role="alert" id="conflict" tabIndex={-1}>
      <Icon name="alert" />
      <div class="stack gap2">
        <p>
          <b>{t.heading}</b> <Time at={theirs.at} form="plain" zone={zone} />
        </p>
        <p>{t.words(theirs.by)}</p>
        <p class="row gap2 with-script">
          <Button type="button" size="small" onClick={keepMine}>
            {t.keepMine}
          </Button>
          <Button type="button" size="small" onClick={takeTheirs}>
            {t.takeTheirs}
          </Button>
        </p>
        <p class="without-script">
          {t.noScript} <a href={address}>{t.reload}</a>
        </p>
      </div>
    </div>
  );
};

type TheirChoiceProps = { readonly theirs: Theirs; readonly take: () => void } & (
  { readonly criterion: StageCriterion; readonly gate?: undefined } | { readonly gate: StageRubric['gate']; readonly criterion?: undefined }
);

/** What the other person chose here, to be read beside one's own, and taken whole. */
export const TheirChoice = ({ theirs, take, criterion, gate }: TheirChoiceProps) => {
  const [t, lang] = [useText(graderTexts).conflict, useLang()];
  const chosen = criterion ? choiceOf(criterion, theirs.content) : gateChoiceOf(gate, theirs.content);
  const title = (criterion ?? gate).title[lang];
  return (
    <div class="theirs" role="group" aria-label={`${t.theirs(theirs.by)}, ${title}`}>
      <p class="meta">{t.theirs(theirs.by)}</p>
      <p>
        <b>{chosen.name ? chosen.name[lang] : t.noLevel}</b>
        {chosen.points !== null && <span class="num">{` ${numberText(lang, chosen.points)}`}</span>}
      </p>
      <p class="said">{chosen.comment || <span class="soft">{t.noComment}</span>}</p>
      <Button type="button" size="small" class="with-script" onClick={take}>
        {t.take}
        <span class="sr">{` ${t.takeOf(title)}`}</span>
      </Button>
    </div>
  );
};

function choiceOf(criterion: StageCriterion, content: AssessmentContent) {
  const { level, points, comment } = content.criteria[criterion.key] ?? { level: null, points: null, comment: '' };
  return { name: levelOf(criterion, level)?.name ?? null, points, comment };
}

const gateChoiceOf = (gate: StageRubric['gate'], { gate: { level, comment } }: AssessmentContent) => ({
  name: gate.levels.find(({ key }) => key === level)?.name ?? null,
  points: null,
  comment,
});

/** The general comment, where the two differ: both can be read, and one's own edited. */
export const TheirComment = ({ theirs }: { readonly theirs: Theirs }) => {
  const t = useText(graderTexts).conflict;
  return (
    <div class="theirs">
      <p class="meta">{t.theirs(theirs.by)}</p>
      <p class="said">{theirs.content.comment || <span class="soft">{t.noComment}</span>}</p>
    </div>
  );
};
