import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { type CoursePlan, PLAN_COLUMNS, planFrom, type PlanRow } from '../plan.queries.js';
import { MARKS_COLUMN, type MarksRow, marksFrom } from '../progress/marks.queries.js';
import type { StudyMark } from '../progress/study-items.js';
import { OWN_TRIES, type OwnTries, type OwnTriesRow, ownTriesFrom } from '../study/self-check/attempts.queries.js';

/** What the page of a unit shows of the course, and of its reader alone. */
export interface UnitFacts {
  readonly plan: CoursePlan;
  readonly marks: readonly StudyMark[];
  readonly tries: OwnTries;
}

/** The page of a unit asks for all it shows in one statement. */
@Injectable()
export class UnitQueries {
  constructor(private readonly database: Database) {}

  /** `attempt` is the number of a try that is read again. */
  async read(actor: CourseActor, unit: string, attempt: number | null): Promise<UnitFacts> {
    const [row] = await this.database.query<PlanRow & MarksRow & { tries: OwnTriesRow }>(
      `SELECT ${PLAN_COLUMNS}, ${MARKS_COLUMN}, (SELECT to_json(own_tries) FROM (${OWN_TRIES}) own_tries) AS tries`,
      [actor.course.id, actor.id, unit, attempt],
    );
    const { timeZone } = actor.course;
    return { plan: planFrom(row!, timeZone), marks: marksFrom(row!), tries: ownTriesFrom(row!.tries) };
  }
}
