import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is taught when: the class meetings of a course, and the release of each unit. */
export class CreateCurriculum1795305600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        week integer NOT NULL,
        unit_key text,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        place_fr text NOT NULL DEFAULT '',
        place_en text NOT NULL DEFAULT '',
        CONSTRAINT meeting_pkey PRIMARY KEY (id),
        CONSTRAINT meeting_course_id_week_key UNIQUE (course_id, week),
        CONSTRAINT meeting_ends_after_it_starts CHECK (ends_at > starts_at),
        CONSTRAINT meeting_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE unit_release (
        course_id uuid NOT NULL,
        unit_key text NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        opens_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT unit_release_pkey PRIMARY KEY (course_id, unit_key),
        CONSTRAINT unit_release_state_is_known CHECK (state IN ('draft', 'scheduled', 'published')),
        CONSTRAINT unit_release_scheduled_has_a_date CHECK ((state = 'scheduled') = (opens_at IS NOT NULL)),
        CONSTRAINT unit_release_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['unit_release', 'meeting']) await runner.query(`DROP TABLE ${table}`);
  }
}
