import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { memberIdsOf } from '../../teams/index.js';
import type { DraftFile } from './draft.js';
import { FILES_OF_DRAFT } from './drafts.queries.js';
import type { TeamStageContext } from './stage-context.js';

/** What decides a hand-in, all of one moment. */
export interface HandInFacts {
  /** The database's clock at this moment, not at the transaction's beginning: attempts follow each other in time as in number. */
  readonly now: Date;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly isArchived: boolean;
  /** Whether nobody joins or leaves the team by themselves any more. */
  readonly isLocked: boolean;
  /** Whether the actor is in the team. */
  readonly isMember: boolean;
  readonly latestAttempt: number;
  /** Of the draft. */
  readonly version: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly DraftFile[];
  /** The attempt that came with the same key, if one did. */
  readonly sameKey: { readonly id: string; readonly texts: Readonly<Record<string, string>>; readonly hashes: readonly string[] } | null;
}

@Injectable()
export class HandInQueries {
  constructor(private readonly database: Database) {}

  /** `now` is when the hand-in began, and never before the attempt it follows. Null where the team has no draft yet. */
  async facts({ actor, stage, team, openedAt }: TeamStageContext, requestKey: string | null): Promise<HandInFacts | null> {
    const [facts] = await this.database.query<HandInFacts>(
      `SELECT greatest(date_trunc('milliseconds', clock_timestamp() - $4 * interval '1 millisecond'),
                       (SELECT max(sub.handed_in_at) FROM submission sub WHERE sub.stage_id = st.id AND sub.team_id = d.team_id)) AS now, st.opens_at AS "opensAt", st.due_at AS "dueAt",
              c.archived_at IS NOT NULL AS "isArchived", t.locked_at IS NOT NULL AS "isLocked", $5 = ANY (ARRAY(${memberIdsOf('d.team_id')})) AS "isMember",
              d.version, d.texts, ${FILES_OF_DRAFT} AS files,
              (SELECT coalesce(max(sub.attempt), 0) FROM submission sub WHERE sub.stage_id = st.id AND sub.team_id = d.team_id) AS "latestAttempt",
              (SELECT json_build_object('id', sub.id, 'texts', sub.texts,
                        'hashes', ARRAY(SELECT sf.sha256 FROM submission_file sf WHERE sf.submission_id = sub.id))
               FROM submission sub WHERE sub.stage_id = st.id AND sub.team_id = d.team_id AND sub.request_key = $3) AS "sameKey"
       FROM stage st JOIN course c ON c.id = st.course_id JOIN draft d ON d.stage_id = st.id JOIN team t ON t.id = d.team_id
       WHERE st.id = $1 AND d.team_id = $2`,
      [stage.id, team.id, requestKey, performance.now() - openedAt, actor.id],
    );
    return facts ?? null;
  }
}
