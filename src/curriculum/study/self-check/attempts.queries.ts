import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { CourseActor } from '../../../platform/security/actor.js';
import type { JudgedTry } from './judging.js';
import type { Tries, TryLine } from './self-check.shared.js';

/** A try with all that was answered, in words of the time: questions may have left the file since. */
export interface WholeTry extends TryLine {
  readonly askedIds: readonly string[];
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly rightIds: readonly string[];
}

/** Whether the best try counts, and the version of that choice; 0 where nobody ever chose. */
export interface Counting {
  readonly counts: boolean;
  readonly version: number;
}

export interface OwnTries extends Tries {
  readonly opened: WholeTry | null;
  readonly counting: Counting;
}

const LINE = `attempt, cardinality(right_ones) AS "right", cardinality(asked) AS asked, answered_at AS at`;
/** The best of some tries comes first; of equals, the first that was made. */
export const BEST_FIRST = 'cardinality(right_ones)::float8 / greatest(cardinality(asked), 1) DESC, attempt';
const NEWEST = 20;

/** What the person `$2` tried in the course `$1` at the unit `$3`, the try `$4` whole. */
export const OWN_TRIES = `
  WITH own AS (SELECT * FROM self_check_attempt WHERE course_id = $1 AND person_id = $2 AND unit_key = $3)
  SELECT (SELECT count(*)::int FROM own) AS count,
         (SELECT json_agg(line) FROM (SELECT ${LINE} FROM own ORDER BY attempt DESC LIMIT ${NEWEST}) line) AS newest,
         (SELECT to_json(line) FROM (SELECT ${LINE} FROM own ORDER BY ${BEST_FIRST} LIMIT 1) line) AS best,
         (SELECT to_json(whole) FROM (SELECT ${LINE}, asked AS "askedIds", answers, right_ones AS "rightIds" FROM own WHERE attempt = $4::int) whole) AS opened,
         (SELECT to_json(counting) FROM (SELECT counts, version FROM self_check_counting WHERE course_id = $1 AND unit_key = $3) counting) AS counting`;
export interface OwnTriesRow {
  count: number;
  newest: TryLine[] | null;
  best: TryLine | null;
  opened: WholeTry | null;
  counting: Counting | null;
}
export const ownTriesFrom = (row: OwnTriesRow): OwnTries => ({
  ...row,
  newest: row.newest ?? [],
  counting: row.counting ?? { counts: false, version: 0 },
});

@Injectable()
export class AttemptsQueries {
  constructor(private readonly database: Database) {}

  /** The actor’s own tries at a unit, and whether they count: one statement. */
  async own(actor: CourseActor, unit: string): Promise<OwnTries> {
    const [row] = await this.database.query<OwnTriesRow>(OWN_TRIES, [actor.course.id, actor.id, unit, null]);
    return ownTriesFrom(row!);
  }

  /** One after the other for one person, so that tries are numbered without a gap. */
  async waitTurn(actor: CourseActor): Promise<void> {
    await this.database.query('SELECT 1 FROM enrolment WHERE course_id = $1 AND person_id = $2 FOR NO KEY UPDATE', [
      actor.course.id,
      actor.id,
    ]);
  }

  /** Adds a try under its key, and answers its number; null when a try has that key already. */
  async add(actor: CourseActor, unit: string, key: string, { asked, answers, rightOnes }: JudgedTry): Promise<number | null> {
    const [row] = await this.database.query<{ attempt: number }>(
      `INSERT INTO self_check_attempt (id, course_id, person_id, unit_key, attempt, asked, answers, right_ones, answered_at)
       SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, coalesce(max(attempt), 0) + 1, $5::text[], $6::jsonb, $7::text[], now()
       FROM self_check_attempt WHERE course_id = $2 AND person_id = $3 AND unit_key = $4
       ON CONFLICT (id) DO NOTHING RETURNING attempt`,
      [key, actor.course.id, actor.id, unit, asked, JSON.stringify(answers), rightOnes],
    );
    return row?.attempt ?? null;
  }

  /** The number of the try that has this key and says the very same; null where it is another one, or somebody else’s. */
  async same(actor: CourseActor, unit: string, key: string, { answers }: JudgedTry): Promise<number | null> {
    const [row] = await this.database.query<{ attempt: number }>(
      `SELECT attempt FROM self_check_attempt
       WHERE id = $1 AND course_id = $2 AND person_id = $3 AND unit_key = $4 AND answers = $5::jsonb`,
      [key, actor.course.id, actor.id, unit, JSON.stringify(answers)],
    );
    return row?.attempt ?? null;
  }
}
