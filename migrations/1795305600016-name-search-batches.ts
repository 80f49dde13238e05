import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of the search calls by one word what it writes again together: a batch. A sheet is what a team has in class. */
export class NameSearchBatches1795305600016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search_document RENAME COLUMN sheet TO batch');
    await runner.query('ALTER TABLE search_document RENAME COLUMN sheet_hash TO batch_hash');
    await runner.query('ALTER INDEX search_document_sheet_idx RENAME TO search_document_batch_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX search_document_batch_idx RENAME TO search_document_sheet_idx');
    await runner.query('ALTER TABLE search_document RENAME COLUMN batch_hash TO sheet_hash');
    await runner.query('ALTER TABLE search_document RENAME COLUMN batch TO sheet');
  }
}
