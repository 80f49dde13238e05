import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part: persons, courses, their sections, and who is enrolled as what. */
export class CreatePeople1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        email text NOT NULL,
        name text NOT NULL,
        sort_name text NOT NULL,
        language text,
        is_admin boolean NOT NULL DEFAULT false,
        shortcuts_enabled boolean NOT NULL DEFAULT true,
        suspended_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_pkey PRIMARY KEY (id),
        CONSTRAINT person_email_key UNIQUE (email),
        CONSTRAINT person_email_is_lower_case CHECK (email = lower(email)),
        CONSTRAINT person_name_is_given CHECK (length(btrim(name)) BETWEEN 1 AND 200),
        CONSTRAINT person_language_is_known CHECK (language IN ('fr', 'en'))
      )`);
    await runner.query(`
      CREATE TABLE course (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        slug text NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        term_fr text NOT NULL,
        term_en text NOT NULL,
        time_zone text NOT NULL DEFAULT 'America/Toronto',
        is_demonstration boolean NOT NULL DEFAULT false,
        archived_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT course_pkey PRIMARY KEY (id),
        CONSTRAINT course_slug_key UNIQUE (slug),
        CONSTRAINT course_slug_is_an_address CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
      )`);
    await runner.query(`
      CREATE TABLE section (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        name text NOT NULL,
        CONSTRAINT section_pkey PRIMARY KEY (id),
        CONSTRAINT section_course_id_name_key UNIQUE (course_id, name),
        CONSTRAINT section_id_course_id_key UNIQUE (id, course_id),
        CONSTRAINT section_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE enrolment (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        section_id uuid,
        ended_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT enrolment_pkey PRIMARY KEY (id),
        CONSTRAINT enrolment_course_id_person_id_key UNIQUE (course_id, person_id),
        CONSTRAINT enrolment_role_is_known CHECK (role IN ('student', 'assistant', 'lecturer')),
        CONSTRAINT enrolment_student_has_a_section CHECK ((role = 'student') = (section_id IS NOT NULL)),
        CONSTRAINT enrolment_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT,
        CONSTRAINT enrolment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT enrolment_section_id_course_id_fkey FOREIGN KEY (section_id, course_id) REFERENCES section (id, course_id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX enrolment_person_id_idx ON enrolment (person_id)`);
    await runner.query(`
      CREATE TABLE assistant_section (
        course_id uuid NOT NULL,
        person_id uuid NOT NULL,
        section_id uuid NOT NULL,
        CONSTRAINT assistant_section_pkey PRIMARY KEY (section_id, person_id),
        CONSTRAINT assistant_section_section_id_course_id_fkey FOREIGN KEY (section_id, course_id) REFERENCES section (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT assistant_section_course_id_person_id_fkey FOREIGN KEY (course_id, person_id) REFERENCES enrolment (course_id, person_id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['assistant_section', 'enrolment', 'section', 'course', 'person']) await runner.query(`DROP TABLE ${table}`);
  }
}
