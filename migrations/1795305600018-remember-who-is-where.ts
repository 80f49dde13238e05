import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a worksheet open, and in which cell: it holds for some seconds and is not history. */
export class RememberWhoIsWhere1795305600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE worksheet_presence (
        worksheet_id uuid NOT NULL,
        person_id uuid NOT NULL,
        row_id uuid,
        field text,
        expires_at timestamptz NOT NULL,
        CONSTRAINT worksheet_presence_pkey PRIMARY KEY (worksheet_id, person_id),
        CONSTRAINT worksheet_presence_is_in_a_whole_cell CHECK ((row_id IS NULL) = (field IS NULL)),
        CONSTRAINT worksheet_presence_worksheet_id_fkey FOREIGN KEY (worksheet_id) REFERENCES worksheet (id) ON DELETE RESTRICT,
        CONSTRAINT worksheet_presence_row_id_worksheet_id_fkey FOREIGN KEY (row_id, worksheet_id) REFERENCES worksheet_row (id, worksheet_id) ON DELETE RESTRICT,
        CONSTRAINT worksheet_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE worksheet_presence');
  }
}
