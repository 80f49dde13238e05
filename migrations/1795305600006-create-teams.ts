import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works with whom: a student is in one team of a course at most, and a team keeps to one section. */
export class CreateTeams1795305600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE team (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        section_id uuid NOT NULL,
        name text NOT NULL,
        seats integer NOT NULL DEFAULT 5,
        locked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT team_pkey PRIMARY KEY (id),
        CONSTRAINT team_course_id_name_key UNIQUE (course_id, name),
        CONSTRAINT team_id_course_id_key UNIQUE (id, course_id),
        CONSTRAINT team_id_section_id_key UNIQUE (id, section_id),
        CONSTRAINT team_name_is_given CHECK (length(btrim(name)) BETWEEN 1 AND 80),
        CONSTRAINT team_seats_are_few CHECK (seats BETWEEN 1 AND 20),
        CONSTRAINT team_section_id_course_id_fkey FOREIGN KEY (section_id, course_id) REFERENCES section (id, course_id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE team_member (
        course_id uuid NOT NULL,
        team_id uuid NOT NULL,
        person_id uuid NOT NULL,
        joined_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT team_member_pkey PRIMARY KEY (course_id, person_id),
        CONSTRAINT team_member_team_id_course_id_fkey FOREIGN KEY (team_id, course_id) REFERENCES team (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT team_member_course_id_person_id_fkey FOREIGN KEY (course_id, person_id) REFERENCES enrolment (course_id, person_id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX team_member_team_id_idx ON team_member (team_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['team_member', 'team']) await runner.query(`DROP TABLE ${table}`);
  }
}
