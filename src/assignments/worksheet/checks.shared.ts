import type { Localised } from '../../kernel/localised.js';
import type { FieldType } from './fields.shared.js';
import type { Condition, FieldId } from './formula.shared.js';

/** A check over several cells. `refuse`: cannot be handed in so; `warn`: says it and lets it through; `amber`: the cell is marked. */
export type WorksheetCheck = CheckFacts & (Requirements | EvidenceCheck | SameNumberCheck | PersonalDataCheck);

export interface CheckFacts {
  readonly number: number;
  readonly key: string;
  readonly severity: 'refuse' | 'warn' | 'amber';
  readonly message: Localised;
}

/** In each row of `repeat`, where `when` holds, `then` must. A comparison of a number that is missing holds. */
export interface Requirements {
  readonly rule: 'requires';
  readonly each: readonly { readonly repeat: string; readonly when: Condition | null; readonly then: Condition }[];
  /** Fields whose value is not shown in a row where it fails. */
  readonly hides: readonly FieldId[];
  /** A text of the team that answers it: once written, the failure is told as answered. */
  readonly answeredBy: FieldId | null;
}

/** A value of one of these types, in a field that takes evidence, has some. Past `abovePercent` of such cells the stage waits for a confirmation. */
export interface EvidenceCheck {
  readonly rule: 'evidence';
  readonly types: readonly FieldType[];
  readonly blocks: { readonly stage: string; readonly abovePercent: number; readonly criterion: string | null } | null;
}

/** The same number, from `least` on, in one field for `minRows` rows of `repeat`; ends and exceptions of the field’s range do not count. */
export interface SameNumberCheck {
  readonly rule: 'same_number';
  readonly types: readonly FieldType[];
  readonly repeat: string;
  readonly minRows: number;
  readonly least: number;
}

/** What looks like a personal address or number in a note. */
export interface PersonalDataCheck {
  readonly rule: 'personal_data';
  readonly patterns: readonly ('email' | 'phone')[];
}
