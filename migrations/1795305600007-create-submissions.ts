import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work in hand (one draft for each team and stage) and work handed in (attempts, which never change). */
export class CreateSubmissions1795305600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        team_id uuid NOT NULL,
        texts jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        updated_by uuid,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT draft_pkey PRIMARY KEY (id),
        CONSTRAINT draft_stage_id_team_id_key UNIQUE (stage_id, team_id),
        CONSTRAINT draft_stage_id_course_id_fkey FOREIGN KEY (stage_id, course_id) REFERENCES stage (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT draft_team_id_course_id_fkey FOREIGN KEY (team_id, course_id) REFERENCES team (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT draft_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE draft_file (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        draft_id uuid NOT NULL,
        deliverable text NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        added_by uuid NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT draft_file_pkey PRIMARY KEY (id),
        CONSTRAINT draft_file_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE RESTRICT,
        CONSTRAINT draft_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob (sha256) ON DELETE RESTRICT,
        CONSTRAINT draft_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX draft_file_draft_id_idx ON draft_file (draft_id)`);
    await runner.query(`
      CREATE TABLE submission (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        team_id uuid NOT NULL,
        section_id uuid NOT NULL,
        attempt integer NOT NULL,
        request_key uuid NOT NULL,
        receipt text NOT NULL,
        texts jsonb NOT NULL,
        due_at timestamptz NOT NULL,
        handed_in_by uuid NOT NULL,
        handed_in_at timestamptz NOT NULL,
        CONSTRAINT submission_pkey PRIMARY KEY (id),
        CONSTRAINT submission_stage_id_team_id_attempt_key UNIQUE (stage_id, team_id, attempt),
        CONSTRAINT submission_stage_id_team_id_request_key_key UNIQUE (stage_id, team_id, request_key),
        CONSTRAINT submission_receipt_key UNIQUE (receipt),
        CONSTRAINT submission_id_course_id_key UNIQUE (id, course_id),
        CONSTRAINT submission_attempt_counts_from_one CHECK (attempt >= 1),
        CONSTRAINT submission_stage_id_course_id_fkey FOREIGN KEY (stage_id, course_id) REFERENCES stage (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT submission_team_id_course_id_fkey FOREIGN KEY (team_id, course_id) REFERENCES team (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT submission_team_id_section_id_fkey FOREIGN KEY (team_id, section_id) REFERENCES team (id, section_id) ON DELETE RESTRICT,
        CONSTRAINT submission_handed_in_by_fkey FOREIGN KEY (handed_in_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE submission_file (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        position integer NOT NULL,
        deliverable text NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        CONSTRAINT submission_file_pkey PRIMARY KEY (id),
        CONSTRAINT submission_file_submission_id_position_key UNIQUE (submission_id, position),
        CONSTRAINT submission_file_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id) ON DELETE RESTRICT,
        CONSTRAINT submission_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob (sha256) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE submission_member (
        submission_id uuid NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT submission_member_pkey PRIMARY KEY (submission_id, person_id),
        CONSTRAINT submission_member_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id) ON DELETE RESTRICT,
        CONSTRAINT submission_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX submission_member_person_id_idx ON submission_member (person_id)`);
    for (const table of ['submission', 'submission_file', 'submission_member'])
      await runner.query(
        `CREATE TRIGGER ${table}_never_changes BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['submission_member', 'submission_file', 'submission', 'draft_file', 'draft'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
