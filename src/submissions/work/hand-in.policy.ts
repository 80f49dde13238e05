import { type CourseStage, daysLate, lateDeduction, type LateRule } from '../../assignments/index.js';
import { allow, type Decision, refuse } from '../../kernel/decision.js';
import type { Localised } from '../../kernel/localised.js';
import { submissionTexts } from '../text.js';
import type { Draft } from './draft.js';
import { fileField, textField } from './draft-fields.shared.js';
import { countWords } from './words.shared.js';

/** What the rules look at: who asks, for which stage. */
export interface Situation {
  readonly isArchived: boolean;
  /** Whether the actor is in the team whose work it is. */
  readonly isMember: boolean;
  readonly stage: Pick<CourseStage, 'opensAt' | 'dueAt' | 'closesAt'>;
}

/** Whether this is the actor's work to do, whatever the hour. */
export function mayWork({ isArchived, isMember }: Pick<Situation, 'isArchived' | 'isMember'>): Decision {
  if (isArchived) return refuse(submissionTexts.inBoth.refusals.archived);
  return isMember ? allow : refuse(submissionTexts.inBoth.refusals.noTeam);
}

/** Whether the actor may keep work in hand at this stage. A closed stage still keeps what is typed: nothing is lost. */
export function mayDraft(situation: Situation, now: Date): Decision {
  const working = mayWork(situation);
  if (!working.allowed) return working;
  return now < situation.stage.opensAt ? refuse(submissionTexts.inBoth.refusals.notYet) : allow;
}

/** Whether the actor may hand in now: on time, or late within the rule. */
export function maySubmit(situation: Situation, now: Date): Decision {
  const drafting = mayDraft(situation, now);
  if (!drafting.allowed) return drafting;
  return now > situation.stage.closesAt ? refuse(submissionTexts.inBoth.refusals.closed) : allow;
}

/** What handing in now would cost a team whose latest attempt was on time. */
export interface LateReplacement {
  /** The number of the attempt that would no longer count. */
  readonly attempt: number;
  readonly days: number;
  /** Of what the work earns. */
  readonly percent: number;
}

interface LateSituation {
  /** Newest first. */
  readonly attempts: readonly { readonly attempt: number; readonly daysLate: number }[];
  readonly dueAt: Date;
  readonly rule: LateRule;
  readonly zone: string;
}

/** The latest attempt counts, even where it is worth less: null when handing in now takes nothing from an attempt on time. */
export function lateReplacement({ attempts: [latest], dueAt, rule, zone }: LateSituation, now: Date): LateReplacement | null {
  const days = daysLate(now, dueAt, zone);
  const percent = lateDeduction(100, days, rule);
  return latest && latest.daysLate === 0 && percent > 0 ? { attempt: latest.attempt, days, percent } : null;
}

/** What keeps a draft from being handed in, by the field of the form; nothing when it is ready. */
export function shortcomings({ spec }: Pick<CourseStage, 'spec'>, draft: Pick<Draft, 'texts' | 'files'>): Record<string, Localised> {
  const found: Record<string, Localised> = {};
  for (const { key, kind, required, max_words: most } of spec.deliverables) {
    if (kind === 'file') {
      if (required && !draft.files.some(({ deliverable }) => deliverable === key))
        found[fileField(key)] = submissionTexts.inBoth.work.errors.missingFile;
      continue;
    }
    const words = countWords(draft.texts[key] ?? '');
    if (required && words === 0) found[textField(key)] = submissionTexts.inBoth.work.errors.missingText;
    if (most !== undefined && words > most) found[textField(key)] = submissionTexts.inBoth.work.errors.tooManyWords(words, most);
  }
  return found;
}
