import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody did with a unit: how far they came in each thing it holds, and each try at its self-check. */
export class CreateStudy1795305600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE study_mark (
        course_id uuid NOT NULL,
        person_id uuid NOT NULL,
        unit_key text NOT NULL,
        item text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        done_by_hand_at timestamptz,
        slide integer,
        language text,
        seen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT study_mark_pkey PRIMARY KEY (course_id, person_id, unit_key, item),
        CONSTRAINT study_mark_slide_is_counted_from_1 CHECK (slide > 0),
        CONSTRAINT study_mark_language_is_known CHECK (language IN ('fr', 'en')),
        CONSTRAINT study_mark_course_id_person_id_fkey FOREIGN KEY (course_id, person_id) REFERENCES enrolment (course_id, person_id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX study_mark_course_id_unit_key_idx ON study_mark (course_id, unit_key)`);
    await runner.query(`
      CREATE TABLE self_check_attempt (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        person_id uuid NOT NULL,
        unit_key text NOT NULL,
        attempt integer NOT NULL,
        asked text[] NOT NULL,
        answers jsonb NOT NULL,
        right_ones text[] NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT self_check_attempt_pkey PRIMARY KEY (id),
        CONSTRAINT self_check_attempt_number_key UNIQUE (course_id, person_id, unit_key, attempt),
        CONSTRAINT self_check_attempt_is_counted_from_1 CHECK (attempt > 0),
        CONSTRAINT self_check_attempt_right_ones_were_asked CHECK (right_ones <@ asked),
        CONSTRAINT self_check_attempt_course_id_person_id_fkey FOREIGN KEY (course_id, person_id) REFERENCES enrolment (course_id, person_id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX self_check_attempt_course_id_unit_key_idx ON self_check_attempt (course_id, unit_key)`);
    await runner.query(
      `CREATE TRIGGER self_check_attempt_never_changes BEFORE UPDATE OR DELETE ON self_check_attempt FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['self_check_attempt', 'study_mark']) await runner.query(`DROP TABLE ${table}`);
  }
}
