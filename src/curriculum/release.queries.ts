import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/security/actor.js';

/** `isReleased` of the policy in SQL, of a `unit_release` by its alias; `now()` is the beginning of the transaction. */
export const isReleasedSql = (release: string, now = 'now()'): string =>
  `(${release}.state = 'published' OR (${release}.state = 'scheduled' AND ${release}.opens_at <= ${now}))`;

/** The keys of the units that are released in the course `$1`, as a subquery: other rooms' statements may ask for them on their way. */
export const RELEASED_UNITS = `(SELECT r.unit_key FROM unit_release r WHERE r.course_id = $1 AND ${isReleasedSql('r')})`;

@Injectable()
export class ReleaseQueries {
  constructor(private readonly database: Database) {}

  /** In any of the person's courses: as staff, or as a student to whom the unit has been released. */
  async isReleasedTo(actor: Actor, unitKey: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM enrolment e LEFT JOIN unit_release r ON r.course_id = e.course_id AND r.unit_key = $2
       WHERE e.person_id = $1 AND e.ended_at IS NULL AND (e.role <> 'student' OR ${isReleasedSql('r')})
       LIMIT 1`,
      [actor.id, unitKey],
    );
    return rows.length > 0;
  }
}
