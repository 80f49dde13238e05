import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked and until when, in one course. Words and points stay in the assignment's files; dates are here. */
export class CreateAssignments1795305600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assignment (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        key text NOT NULL,
        CONSTRAINT assignment_pkey PRIMARY KEY (id),
        CONSTRAINT assignment_course_id_key_key UNIQUE (course_id, key),
        CONSTRAINT assignment_id_course_id_key UNIQUE (id, course_id),
        CONSTRAINT assignment_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE stage (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        assignment_id uuid NOT NULL,
        key text NOT NULL,
        number integer NOT NULL,
        opens_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT stage_pkey PRIMARY KEY (id),
        CONSTRAINT stage_assignment_id_key_key UNIQUE (assignment_id, key),
        CONSTRAINT stage_assignment_id_number_key UNIQUE (assignment_id, number),
        CONSTRAINT stage_id_course_id_key UNIQUE (id, course_id),
        CONSTRAINT stage_is_due_after_it_opens CHECK (due_at > opens_at),
        CONSTRAINT stage_assignment_id_course_id_fkey FOREIGN KEY (assignment_id, course_id) REFERENCES assignment (id, course_id) ON DELETE RESTRICT
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stage', 'assignment']) await runner.query(`DROP TABLE ${table}`);
  }
}
