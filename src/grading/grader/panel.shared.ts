import {
  type AssessmentContent,
  completed,
  firstPoints,
  type Judgement,
  levelOf,
  pointsWithin,
  type StageRubric,
  type StageCriterion,
  type Theirs,
} from '../assessing/assessment.shared.js';

/** What the panel needs to know of one assessment: all of it goes to the browser of the person who grades. */
export interface PanelProps {
  /** Where it saves to; the other addresses begin the same. */
  readonly address: string;
  readonly stageRubric: StageRubric;
  readonly version: number;
  readonly content: AssessmentContent;
  /** Whether anything was ever saved, and when last. */
  readonly savedAt: string | null;
  /** What lateness takes off: so large a share of what is earned, for so many days. */
  readonly late: { readonly days: number; readonly share: number } | null;
  readonly shortcuts: 'on' | 'off';
  /** Why nothing can be changed here, when that is so. */
  readonly readOnly: string | null;
  /** A save met another: it stands here until somebody has chosen. */
  readonly conflict: Theirs | null;
  /** What a plain form was answered, by field. */
  readonly problems: Readonly<Record<string, string>>;
  /** Keys of what had no level when somebody wanted to finish. */
  readonly lacking: readonly string[];
  readonly zone: string;
}

/** The parts one goes through with the keyboard, in their order: the criteria, then the gate. */
export const partsOf = (stageRubric: StageRubric): readonly string[] => [
  ...stageRubric.criteria.map(({ key }) => key),
  stageRubric.gate.key,
];

export type Change =
  | { readonly is: 'level'; readonly of: string; readonly level: string }
  | { readonly is: 'points'; readonly of: string; readonly points: number }
  | { readonly is: 'step'; readonly of: string; readonly by: 1 | -1 }
  | { readonly is: 'comment'; readonly of: string; readonly comment: string }
  | { readonly is: 'general'; readonly comment: string }
  | { readonly is: 'take'; readonly of: string; readonly from: AssessmentContent }
  | { readonly is: 'take-all'; readonly from: AssessmentContent };

export interface PanelState {
  readonly content: AssessmentContent;
  /** What it was before each change, the latest last. Words typed in one go are one change. */
  readonly past: readonly { readonly content: AssessmentContent; readonly change: string }[];
}
export type PanelAction = Change | { readonly is: 'undo' };

const UNDO_MOST = 100;

export const panelReducer =
  (stageRubric: StageRubric) =>
  (state: PanelState, action: PanelAction): PanelState => {
    if (action.is === 'undo') return undone(state);
    const content = changed(stageRubric, state.content, action);
    if (content === state.content) return state;
    const change = nameOf(action);
    const isTyped = action.is === 'comment' || action.is === 'general';
    const goesOn = isTyped && state.past.at(-1)?.change === change;
    return { content, past: goesOn ? state.past : [...state.past, { content: state.content, change }].slice(-UNDO_MOST) };
  };

function undone({ content, past }: PanelState): PanelState {
  const last = past.at(-1);
  return last ? { content: last.content, past: past.slice(0, -1) } : { content, past };
}

const nameOf = (change: Change): string => ('of' in change ? `${change.is} ${change.of}` : change.is);

/** The content after one change; the very same when the change comes to nothing. */
export function changed(stageRubric: StageRubric, content: AssessmentContent, change: Change): AssessmentContent {
  if (change.is === 'general') return { ...content, comment: change.comment };
  if (change.is === 'take-all') return completed(stageRubric, change.from);
  if (change.of === stageRubric.gate.key) return gateChanged(content, change);
  const criterion = stageRubric.criteria.find(({ key }) => key === change.of);
  const before = content.criteria[change.of];
  if (!criterion || !before) return content;
  const after = judged(criterion, before, change);
  return after === before ? content : { ...content, criteria: { ...content.criteria, [change.of]: after } };
}

type OneChange = Exclude<Change, { is: 'general' | 'take-all' }>;

function gateChanged(content: AssessmentContent, change: OneChange): AssessmentContent {
  if (change.is === 'level')
    return change.level === content.gate.level ? content : { ...content, gate: { ...content.gate, level: change.level } };
  if (change.is === 'comment') return { ...content, gate: { ...content.gate, comment: change.comment } };
  return change.is === 'take' ? { ...content, gate: change.from.gate } : content;
}

function judged(criterion: StageCriterion, before: Judgement, change: OneChange): Judgement {
  switch (change.is) {
    case 'level': {
      const level = levelOf(criterion, change.level);
      return !level || level.key === before.level ? before : { ...before, level: level.key, points: firstPoints(level) };
    }
    case 'points':
      return change.points === before.points ? before : { ...before, points: change.points };
    case 'step':
      return stepped(criterion, before, change.by);
    case 'comment':
      return { ...before, comment: change.comment };
    case 'take':
      return change.from.criteria[criterion.key] ?? before;
  }
}

/** One point up or down, inside the level: the words chosen stay true. */
function stepped(criterion: StageCriterion, before: Judgement, by: 1 | -1): Judgement {
  const level = levelOf(criterion, before.level);
  if (!level || before.points === null) return before;
  const points = pointsWithin(level);
  const next = points[points.indexOf(before.points) - by];
  return next === undefined ? before : { ...before, points: next };
}
