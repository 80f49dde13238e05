import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Being told: announcements, what each person wants to be told by mail, private addresses of feeds and calendars, and mail that is due. */
export class CreateNotices1795305600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE private_address (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        course_id uuid NOT NULL,
        kind text NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        CONSTRAINT private_address_pkey PRIMARY KEY (id),
        CONSTRAINT private_address_token_hash_key UNIQUE (token_hash),
        CONSTRAINT private_address_kind_is_known CHECK (kind IN ('calendar', 'announcements')),
        CONSTRAINT private_address_token_hash_is_a_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT private_address_course_id_person_id_fkey FOREIGN KEY (course_id, person_id) REFERENCES enrolment (course_id, person_id) ON DELETE RESTRICT
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX private_address_standing_key ON private_address (course_id, person_id, kind) WHERE revoked_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE notice_preference (
        person_id uuid NOT NULL,
        kind text NOT NULL,
        is_on boolean NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT notice_preference_pkey PRIMARY KEY (person_id, kind),
        CONSTRAINT notice_preference_kind_is_known CHECK (kind IN ('announcements', 'reminders', 'marks')),
        CONSTRAINT notice_preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE announcement (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        section_id uuid,
        author_id uuid NOT NULL,
        title_fr text,
        body_fr text,
        title_en text,
        body_en text,
        publish_at timestamptz NOT NULL,
        published_at timestamptz,
        withdrawn_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT announcement_pkey PRIMARY KEY (id),
        CONSTRAINT announcement_is_written CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL),
        CONSTRAINT announcement_french_is_whole CHECK ((title_fr IS NULL) = (body_fr IS NULL)),
        CONSTRAINT announcement_english_is_whole CHECK ((title_en IS NULL) = (body_en IS NULL)),
        CONSTRAINT announcement_title_is_a_line CHECK (length(title_fr) BETWEEN 1 AND 200 AND length(title_en) BETWEEN 1 AND 200),
        CONSTRAINT announcement_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT,
        CONSTRAINT announcement_section_id_course_id_fkey FOREIGN KEY (section_id, course_id) REFERENCES section (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT announcement_author_id_fkey FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX announcement_course_id_published_at_idx ON announcement (course_id, published_at)`);
    await runner.query(
      `CREATE INDEX announcement_waiting_idx ON announcement (publish_at) WHERE published_at IS NULL AND withdrawn_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE announcement_reading (
        course_id uuid NOT NULL,
        person_id uuid NOT NULL,
        read_until timestamptz NOT NULL,
        CONSTRAINT announcement_reading_pkey PRIMARY KEY (course_id, person_id),
        CONSTRAINT announcement_reading_course_id_person_id_fkey FOREIGN KEY (course_id, person_id) REFERENCES enrolment (course_id, person_id) ON DELETE CASCADE
      )`);
    await runner.query(`
      ALTER TABLE mail
        ADD COLUMN unsubscribe_url text,
        ADD COLUMN attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN due_at timestamptz`);
    // What was tried before and failed is tried again; what was only kept, because nothing could send it, stays kept.
    await runner.query(`UPDATE mail SET due_at = now() WHERE sent_at IS NULL AND last_error IS NOT NULL`);
    await runner.query(`CREATE INDEX mail_due_at_idx ON mail (due_at) WHERE due_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail DROP COLUMN due_at, DROP COLUMN attempts, DROP COLUMN unsubscribe_url');
    for (const table of ['announcement_reading', 'announcement', 'notice_preference', 'private_address'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
