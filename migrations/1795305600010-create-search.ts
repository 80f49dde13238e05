import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be found by its words, in both languages: where each text stands, who may find it, and its words, stemmed. */
export class CreateSearch1795305600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_plain(stems text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN translate(stems, 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')`);
    // The extension unaccent would serve, where a server has it and lets us make it: neither is sure. Texts come here in small
    // letters and single words, once as written and once without accents. French needs both: « évaluées » has the stem of
    // « évaluer » only with its accents, and whoever types « evaluees » is to find it too.
    await runner.query(`
      CREATE FUNCTION search_vector(written text, plain text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (search_plain(to_tsvector('pg_catalog.french', written)::text) || ' ' || to_tsvector('pg_catalog.french', plain)::text
        || ' ' || to_tsvector('pg_catalog.english', plain)::text || ' ' || to_tsvector('pg_catalog.simple', plain)::text)::tsvector`);
    await runner.query(`
      CREATE FUNCTION search_query(written text, plain text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN search_plain(phraseto_tsquery('pg_catalog.french', written)::text)::tsquery
        || phraseto_tsquery('pg_catalog.french', plain) || phraseto_tsquery('pg_catalog.english', plain)`);
    await runner.query(`
      CREATE TABLE search_document (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sheet text NOT NULL,
        sheet_hash text NOT NULL,
        kind text NOT NULL,
        course_id uuid,
        section_id uuid,
        unit_key text,
        opens_with text NOT NULL,
        visible_from timestamptz,
        language text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        address text NOT NULL,
        weight real NOT NULL DEFAULT 1,
        vector tsvector NOT NULL,
        CONSTRAINT search_document_pkey PRIMARY KEY (id),
        CONSTRAINT search_document_kind_is_known CHECK (kind IN ('slide', 'unit', 'reading', 'workshop', 'question', 'term', 'brief', 'announcement')),
        CONSTRAINT search_document_language_is_known CHECK (language IN ('fr', 'en')),
        CONSTRAINT search_document_opens_with_its_unit CHECK (opens_with = 'course' OR (opens_with = 'unit' AND unit_key IS NOT NULL)),
        CONSTRAINT search_document_section_is_of_a_course CHECK (section_id IS NULL OR course_id IS NOT NULL),
        CONSTRAINT search_document_weight_counts CHECK (weight > 0),
        CONSTRAINT search_document_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT search_document_section_id_course_id_fkey FOREIGN KEY (section_id, course_id) REFERENCES section (id, course_id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX search_document_vector_idx ON search_document USING gin (vector)`);
    await runner.query(`CREATE INDEX search_document_sheet_idx ON search_document (sheet)`);
    await runner.query(`CREATE INDEX search_document_course_id_section_id_idx ON search_document (course_id, section_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE search_document`);
    for (const name of ['search_query(text, text)', 'search_vector(text, text)', 'search_plain(text)'])
      await runner.query(`DROP FUNCTION ${name}`);
  }
}
