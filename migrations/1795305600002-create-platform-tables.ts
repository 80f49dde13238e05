import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the machinery keeps: stored files, mail that was written, and the audit log, to which lines are only ever added. */
export class CreatePlatformTables1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blob (
        sha256 text NOT NULL,
        size bigint NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT blob_pkey PRIMARY KEY (sha256),
        CONSTRAINT blob_sha256_is_a_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT blob_size_is_a_size CHECK (size >= 0)
      )`);
    await runner.query(`
      CREATE TABLE mail (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        cause text NOT NULL,
        recipient text NOT NULL,
        language text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        last_error text,
        CONSTRAINT mail_pkey PRIMARY KEY (id),
        CONSTRAINT mail_cause_key UNIQUE (cause),
        CONSTRAINT mail_language_is_known CHECK (language IN ('fr', 'en'))
      )`);
    await runner.query(`CREATE INDEX mail_created_at_idx ON mail (created_at)`);
    await runner.query(`
      CREATE TABLE audit_line (
        id bigint GENERATED ALWAYS AS IDENTITY,
        course_id uuid,
        actor_id uuid,
        action text NOT NULL,
        object text NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT audit_line_pkey PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX audit_line_object_idx ON audit_line (object)`);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Rows of % are never changed.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(
      `CREATE TRIGGER audit_line_never_changes BEFORE UPDATE OR DELETE ON audit_line FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_line', 'mail', 'blob']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION refuse_change()');
  }
}
