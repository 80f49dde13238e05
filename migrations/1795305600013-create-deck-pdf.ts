import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The decks as PDF files, each for what the deck looked like when it was asked for: what is superseded is left. */
export class CreateDeckPdf1795305600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deck_pdf (
        unit_key text NOT NULL,
        language text NOT NULL,
        content_hash text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        sha256 text,
        pages integer,
        made_at timestamptz,
        last_error text,
        CONSTRAINT deck_pdf_pkey PRIMARY KEY (unit_key, language, content_hash),
        CONSTRAINT deck_pdf_language_is_known CHECK (language IN ('fr', 'en')),
        CONSTRAINT deck_pdf_is_whole CHECK ((sha256 IS NULL) = (pages IS NULL) AND (sha256 IS NULL) = (made_at IS NULL)),
        CONSTRAINT deck_pdf_has_pages CHECK (pages > 0),
        CONSTRAINT deck_pdf_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob (sha256) ON DELETE RESTRICT
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deck_pdf');
  }
}
