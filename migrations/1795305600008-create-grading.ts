import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What work was worth: rubric versions, assessments with every save they received, and postings with the marks they show. */
export class CreateGrading1795305600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rubric_version (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        assignment_id uuid NOT NULL,
        number integer NOT NULL,
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT rubric_version_pkey PRIMARY KEY (id),
        CONSTRAINT rubric_version_assignment_id_number_key UNIQUE (assignment_id, number),
        CONSTRAINT rubric_version_assignment_id_content_hash_key UNIQUE (assignment_id, content_hash),
        CONSTRAINT rubric_version_assignment_id_course_id_fkey FOREIGN KEY (assignment_id, course_id) REFERENCES assignment (id, course_id) ON DELETE RESTRICT
      )`);
    await runner.query(
      `CREATE TRIGGER rubric_version_never_changes BEFORE UPDATE OR DELETE ON rubric_version FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
    await runner.query(`
      CREATE TABLE assessment (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        rubric_version_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        gate_level text,
        gate_comment text NOT NULL DEFAULT '',
        comment text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        claimed_by uuid,
        claimed_until timestamptz,
        CONSTRAINT assessment_pkey PRIMARY KEY (id),
        CONSTRAINT assessment_submission_id_key UNIQUE (submission_id),
        CONSTRAINT assessment_state_is_known CHECK (state IN ('draft', 'finished')),
        CONSTRAINT assessment_submission_id_course_id_fkey FOREIGN KEY (submission_id, course_id) REFERENCES submission (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT assessment_rubric_version_id_fkey FOREIGN KEY (rubric_version_id) REFERENCES rubric_version (id) ON DELETE RESTRICT,
        CONSTRAINT assessment_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT assessment_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE assessment_criterion (
        assessment_id uuid NOT NULL,
        criterion text NOT NULL,
        level text,
        level_name_fr text,
        level_name_en text,
        points numeric(7, 3),
        comment text NOT NULL DEFAULT '',
        CONSTRAINT assessment_criterion_pkey PRIMARY KEY (assessment_id, criterion),
        CONSTRAINT assessment_criterion_points_come_with_a_level CHECK ((level IS NULL) = (points IS NULL) AND (level IS NULL) = (level_name_fr IS NULL) AND (level IS NULL) = (level_name_en IS NULL)),
        CONSTRAINT assessment_criterion_points_are_points CHECK (points >= 0),
        CONSTRAINT assessment_criterion_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE assessment_save (
        id bigint GENERATED ALWAYS AS IDENTITY,
        assessment_id uuid NOT NULL,
        person_id uuid NOT NULL,
        made_from integer NOT NULL,
        applied boolean NOT NULL,
        content jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT assessment_save_pkey PRIMARY KEY (id),
        CONSTRAINT assessment_save_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE RESTRICT,
        CONSTRAINT assessment_save_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX assessment_save_assessment_id_idx ON assessment_save (assessment_id)`);
    await runner.query(
      `CREATE TRIGGER assessment_save_never_changes BEFORE UPDATE OR DELETE ON assessment_save FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
    await runner.query(`
      CREATE TABLE posting (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        posted_by uuid NOT NULL,
        posted_at timestamptz NOT NULL DEFAULT now(),
        ended_by uuid,
        ended_at timestamptz,
        CONSTRAINT posting_pkey PRIMARY KEY (id),
        CONSTRAINT posting_ends_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
        CONSTRAINT posting_stage_id_course_id_fkey FOREIGN KEY (stage_id, course_id) REFERENCES stage (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT posting_posted_by_fkey FOREIGN KEY (posted_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT posting_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE UNIQUE INDEX posting_one_in_force_idx ON posting (stage_id) WHERE ended_at IS NULL`);
    await runner.query(`
      CREATE TABLE posted_mark (
        posting_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        assessment_version integer NOT NULL,
        content jsonb NOT NULL,
        earned numeric(7, 3) NOT NULL,
        deduction numeric(7, 3) NOT NULL,
        points numeric(7, 3) NOT NULL,
        CONSTRAINT posted_mark_pkey PRIMARY KEY (posting_id, submission_id),
        CONSTRAINT posted_mark_adds_up CHECK (points = earned - deduction AND points >= 0 AND deduction >= 0),
        CONSTRAINT posted_mark_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES posting (id) ON DELETE RESTRICT,
        CONSTRAINT posted_mark_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id) ON DELETE RESTRICT,
        CONSTRAINT posted_mark_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE RESTRICT
      )`);
    await runner.query(
      `CREATE TRIGGER posted_mark_never_changes BEFORE UPDATE OR DELETE ON posted_mark FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['posted_mark', 'posting', 'assessment_save', 'assessment_criterion', 'assessment', 'rubric_version'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
