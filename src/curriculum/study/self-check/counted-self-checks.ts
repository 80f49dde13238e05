import { Injectable } from '@nestjs/common';
import type { Localised } from '../../../kernel/localised.js';
import { Database } from '../../../platform/database/database.js';
import type { CourseActor } from '../../../platform/security/actor.js';
import { CurriculumContent } from '../../content.js';
import { BEST_FIRST } from './attempts.queries.js';

/** A self-check whose best try counts towards participation, with the best one of each student who tried. */
export interface CountedSelfCheck {
  readonly unit: { readonly key: string; readonly number: number; readonly title: Localised };
  /** By person. */
  readonly best: ReadonlyMap<string, { readonly right: number; readonly asked: number }>;
}

/** What the gradebook shows beside the marks, for the self-checks that the lecturers let count; tries of the teaching team are never in it. */
@Injectable()
export class CountedSelfChecks {
  constructor(
    private readonly database: Database,
    private readonly content: CurriculumContent,
  ) {}

  /** Of every student of the actor’s sections. */
  list(actor: CourseActor): Promise<CountedSelfCheck[]> {
    return this.read(actor, null);
  }

  listOwn(actor: CourseActor): Promise<CountedSelfCheck[]> {
    return this.read(actor, actor.id);
  }

  private async read(actor: CourseActor, person: string | null): Promise<CountedSelfCheck[]> {
    const rows = await this.database.query<Row>(
      `SELECT scc.unit_key AS unit, best.person_id AS person, best."right", best.asked
       FROM self_check_counting scc
       LEFT JOIN LATERAL (
         SELECT DISTINCT ON (sca.person_id) sca.person_id, cardinality(right_ones) AS "right", cardinality(asked) AS asked
         FROM self_check_attempt sca
         JOIN enrolment e ON e.course_id = sca.course_id AND e.person_id = sca.person_id AND e.role = 'student' AND e.section_id = ANY($2)
         WHERE sca.course_id = scc.course_id AND sca.unit_key = scc.unit_key AND ($3::uuid IS NULL OR sca.person_id = $3)
         ORDER BY sca.person_id, ${BEST_FIRST}
       ) best ON true
       WHERE scc.course_id = $1 AND scc.counts`,
      [actor.course.id, actor.sectionIds, person],
    );
    return this.content.units().flatMap(({ key, number, title }) => {
      const own = rows.filter(({ unit }) => unit === key);
      const best = new Map(own.flatMap((row) => (row.person ? [[row.person, { right: row.right!, asked: row.asked! }] as const] : [])));
      return own.length > 0 ? [{ unit: { key, number, title }, best }] : [];
    });
  }
}

interface Row {
  unit: string;
  person: string | null;
  right: number | null;
  asked: number | null;
}
