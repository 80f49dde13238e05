import { Injectable } from '@nestjs/common';
import type { Decision } from '../../kernel/decision.js';
import type { Localised } from '../../kernel/localised.js';
import { Database } from '../../platform/database/database.js';
import { submissionTexts } from '../text.js';
import { MOST_FILES } from './draft.js';
import { fileField } from './draft-fields.shared.js';
import { DraftsQueries, type SavedDraft } from './drafts.queries.js';
import { mayDraft } from './hand-in.policy.js';
import {
  type FieldErrors,
  hasTeam,
  type PostedWork,
  situationOf,
  type StageContext,
  type TeamStageContext,
  withError,
} from './stage-context.js';

/** `conflict`: files are kept, texts are not, for somebody else's stand there now. */
export type DraftOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: Date }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'problems'; readonly errors: FieldErrors }
  | { readonly kind: 'refused'; readonly because: Localised };

export interface KeptWork {
  readonly draft: SavedDraft;
  readonly isConflict: boolean;
  readonly errors: FieldErrors;
}

@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DraftsQueries,
  ) {}

  async save(context: StageContext, work: PostedWork): Promise<DraftOutcome> {
    const decision = mayDraft(situationOf(context), context.now);
    if (!decision.allowed || !hasTeam(context)) return refused(decision);
    const keep = (): Promise<KeptWork> => this.keep(context, work);
    // Texts alone are one statement.
    const { draft, isConflict, errors } = await (work.files.length > 0 ? this.database.transaction(keep) : keep());
    if (isConflict) return { kind: 'conflict' };
    return Object.keys(errors).length > 0
      ? { kind: 'problems', errors }
      : { kind: 'saved', version: draft.version, savedAt: draft.savedAt };
  }

  /** Keeps what a form brought. In a running transaction, the draft is held until it ends. */
  async keep(context: TeamStageContext, work: PostedWork): Promise<KeptWork> {
    const saved = await this.queries.save(context, work);
    const draft = saved ?? (await this.queries.hold(context));
    const there = work.files.length > 0 ? await this.queries.addFiles(draft.id, context.actor.id, work.files) : 0;
    // Another member filled the last places while these files arrived.
    const errors = work.files
      .slice(there)
      .reduce(
        (all, { deliverable, name }) =>
          withError(all, fileField(deliverable), submissionTexts.inBoth.work.errors.tooMany(name, MOST_FILES)),
        work.errors,
      );
    return { draft, isConflict: saved === null, errors };
  }

  /** Saves what stands in the form and takes one file out; a file that is gone already is gone. */
  async removeFile(context: StageContext, work: PostedWork, fileId: string): Promise<DraftOutcome> {
    const outcome = await this.save(context, work);
    if (outcome.kind !== 'refused' && hasTeam(context)) await this.queries.removeFile(context, fileId);
    return outcome;
  }
}

/** @throws an Error when nothing was refused: asking for the reason then is a defect. */
export function refused(decision: Decision): { kind: 'refused'; because: Localised } {
  if (decision.allowed) throw new Error('Nothing was refused.');
  return { kind: 'refused', because: decision.because };
}
