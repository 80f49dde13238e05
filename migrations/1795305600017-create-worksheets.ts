import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a team works out together: rows, and in them cells, each with its version. A row is one thing that the assignment's schema repeats
 * by (the project, an organisation, a post); a cell is one field about it, by its id in the schema (`website.https`). Every version of a
 * cell is kept as a change: what one was made from is the version before it.
 */
export class CreateWorksheets1795305600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE worksheet (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL,
        team_id uuid NOT NULL,
        assignment_id uuid NOT NULL,
        schema_version text NOT NULL,
        number integer NOT NULL DEFAULT 0,
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT worksheet_pkey PRIMARY KEY (id),
        CONSTRAINT worksheet_team_id_assignment_id_key UNIQUE (team_id, assignment_id),
        CONSTRAINT worksheet_number_only_grows CHECK (number >= 0),
        CONSTRAINT worksheet_team_id_course_id_fkey FOREIGN KEY (team_id, course_id) REFERENCES team (id, course_id) ON DELETE RESTRICT,
        CONSTRAINT worksheet_assignment_id_course_id_fkey FOREIGN KEY (assignment_id, course_id) REFERENCES assignment (id, course_id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE worksheet_row (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        worksheet_id uuid NOT NULL,
        repeat text NOT NULL,
        position text COLLATE "C" NOT NULL,
        number integer NOT NULL,
        deleted_at timestamptz,
        deleted_by uuid,
        CONSTRAINT worksheet_row_pkey PRIMARY KEY (id),
        CONSTRAINT worksheet_row_id_worksheet_id_key UNIQUE (id, worksheet_id),
        CONSTRAINT worksheet_row_position_is_short CHECK (length(position) BETWEEN 1 AND 200),
        CONSTRAINT worksheet_row_is_deleted_by_somebody CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
        CONSTRAINT worksheet_row_worksheet_id_fkey FOREIGN KEY (worksheet_id) REFERENCES worksheet (id) ON DELETE RESTRICT,
        CONSTRAINT worksheet_row_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX worksheet_row_worksheet_id_repeat_idx ON worksheet_row (worksheet_id, repeat)`);
    await runner.query(`
      CREATE TABLE worksheet_cell (
        worksheet_id uuid NOT NULL,
        row_id uuid NOT NULL,
        field text NOT NULL,
        state text NOT NULL,
        value jsonb,
        version integer NOT NULL,
        number integer NOT NULL,
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT worksheet_cell_pkey PRIMARY KEY (row_id, field),
        CONSTRAINT worksheet_cell_version_counts_from_one CHECK (version >= 1),
        CONSTRAINT worksheet_cell_state_is_known CHECK (state IN ('value', 'not_observable')),
        CONSTRAINT worksheet_cell_not_observable_has_no_value CHECK (state = 'value' OR value IS NULL),
        CONSTRAINT worksheet_cell_value_is_not_json_null CHECK (value <> 'null'),
        CONSTRAINT worksheet_cell_row_id_worksheet_id_fkey FOREIGN KEY (row_id, worksheet_id) REFERENCES worksheet_row (id, worksheet_id) ON DELETE RESTRICT,
        CONSTRAINT worksheet_cell_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX worksheet_cell_worksheet_id_number_idx ON worksheet_cell (worksheet_id, number)`);
    await runner.query(`
      CREATE TABLE worksheet_change (
        worksheet_id uuid NOT NULL,
        row_id uuid NOT NULL,
        field text NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        value jsonb,
        number integer NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT worksheet_change_pkey PRIMARY KEY (row_id, field, version),
        CONSTRAINT worksheet_change_row_id_worksheet_id_fkey FOREIGN KEY (row_id, worksheet_id) REFERENCES worksheet_row (id, worksheet_id) ON DELETE RESTRICT,
        CONSTRAINT worksheet_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
      )`);
    await runner.query(`CREATE INDEX worksheet_change_worksheet_id_number_idx ON worksheet_change (worksheet_id, number)`);
    await runner.query(
      `CREATE TRIGGER worksheet_change_never_changes BEFORE UPDATE OR DELETE ON worksheet_change FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['worksheet_change', 'worksheet_cell', 'worksheet_row', 'worksheet']) await runner.query(`DROP TABLE ${table}`);
  }
}
