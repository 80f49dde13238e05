import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the best try at a unit's self-check counts towards participation, as the lecturers of a course decide; without a row it does not. */
export class LetSelfChecksCount1795305600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE self_check_counting (
        course_id uuid NOT NULL,
        unit_key text NOT NULL,
        counts boolean NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT self_check_counting_pkey PRIMARY KEY (course_id, unit_key),
        CONSTRAINT self_check_counting_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE self_check_counting');
  }
}
