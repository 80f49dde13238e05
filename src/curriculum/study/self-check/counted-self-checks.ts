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
      `SELECT c.unit_key AS unit, b.person_id AS person, b."right", b.asked
       FROM self_check_counting c
       LEFT JOIN LATERAL (
         SELECT DISTINCT ON (t.person_id) t.person_id, cardinality(right_ones) AS "right", cardinality(asked) AS asked
         FROM self_check_attempt t
         JOIN enrolment e ON e.course_id = t.course_id AND e.person_id = t.person_id AND e.role = 'student' AND e.section_id = ANY($2)
         WHERE t.course_id = c.course_id AND t.unit_key = c.unit_key AND ($3::uuid IS NULL OR t.person_id = $3)
         ORDER BY t.person_id, ${BEST_FIRST}
       ) b ON true
       WHERE c.course_id = $1 AND c.counts`,
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
