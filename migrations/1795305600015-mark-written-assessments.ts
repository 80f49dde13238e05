import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assessment says whether anything was ever written in it: one that was only opened has its copy still to grade. */
export class MarkWrittenAssessments1795305600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assessment ADD COLUMN is_written boolean NOT NULL DEFAULT false');
    // Until now a first version was one that nobody had saved.
    await runner.query('UPDATE assessment SET is_written = version > 1');
    await runner.query(`ALTER TABLE assessment ADD CONSTRAINT assessment_finished_is_written CHECK (is_written OR state = 'draft')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assessment DROP CONSTRAINT assessment_finished_is_written, DROP COLUMN is_written');
  }
}
