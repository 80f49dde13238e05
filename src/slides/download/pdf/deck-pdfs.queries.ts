import { Injectable } from '@nestjs/common';
import type { Lang } from '../../../kernel/localised.js';
import { Database } from '../../../platform/database/database.js';

/** Which deck, and what it looks like. */
export interface DeckVersion {
  readonly unit: string;
  readonly lang: Lang;
  readonly hash: string;
}

export interface MadePdf {
  readonly sha256: string;
  readonly pages: number;
  /** In bytes. */
  readonly size: number;
  readonly madeAt: Date;
}

/** What is known of one version of a deck as a file. */
export interface PdfRecord {
  readonly askedAt: Date;
  readonly pdf: MadePdf | null;
  readonly lastError: string | null;
}

interface Row {
  unit_key: string;
  language: Lang;
  content_hash: string;
  asked_at: Date;
  sha256: string | null;
  pages: number | null;
  size: number | null;
  made_at: Date | null;
  last_error: string | null;
}

/** The table of the decks’ files. */
@Injectable()
export class DeckPdfsQueries {
  constructor(private readonly database: Database) {}

  /** What is known of these versions, in one statement; nothing of one that was never asked for. */
  async find(versions: readonly DeckVersion[]): Promise<ReadonlyMap<DeckVersion, PdfRecord>> {
    const rows = await this.database.query<Row>(
      `SELECT deck_pdf.*, b.size::float8 AS size FROM deck_pdf LEFT JOIN blob b ON b.sha256 = deck_pdf.sha256
       JOIN unnest($1::text[], $2::text[], $3::text[]) AS asked (unit, lang, hash)
         ON deck_pdf.unit_key = asked.unit AND deck_pdf.language = asked.lang AND deck_pdf.content_hash = asked.hash`,
      columnsOf(versions),
    );
    const records = new Map(rows.map((row) => [`${row.unit_key} ${row.language} ${row.content_hash}`, recordOf(row)]));
    return new Map(
      versions.flatMap((version) => {
        const record = records.get(`${version.unit} ${version.lang} ${version.hash}`);
        return record ? [[version, record] as const] : [];
      }),
    );
  }

  /** From now on they are wanted, whether or not they were made before; a file that stands is served until the new one is there. */
  async ask(versions: readonly DeckVersion[]): Promise<void> {
    await this.database.query(
      `INSERT INTO deck_pdf (unit_key, language, content_hash) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
       ON CONFLICT (unit_key, language, content_hash) DO UPDATE SET asked_at = now(), last_error = NULL`,
      columnsOf(versions),
    );
  }

  async keep({ unit, lang, hash }: DeckVersion, sha256: string, pages: number): Promise<void> {
    await this.database.query(
      `UPDATE deck_pdf SET sha256 = $4, pages = $5, made_at = clock_timestamp(), last_error = NULL
       WHERE unit_key = $1 AND language = $2 AND content_hash = $3`,
      [unit, lang, hash, sha256, pages],
    );
  }

  async noteFailure({ unit, lang, hash }: DeckVersion, reason: string): Promise<void> {
    await this.database.query(`UPDATE deck_pdf SET last_error = $4 WHERE unit_key = $1 AND language = $2 AND content_hash = $3`, [
      unit,
      lang,
      hash,
      reason,
    ]);
  }
}

const columnsOf = (versions: readonly DeckVersion[]): string[][] => [
  versions.map(({ unit }) => unit),
  versions.map(({ lang }) => lang),
  versions.map(({ hash }) => hash),
];

function recordOf({ asked_at: askedAt, sha256, pages, size, made_at: madeAt, last_error: lastError }: Row): PdfRecord {
  return { askedAt, lastError, pdf: sha256 && pages && size !== null && madeAt ? { sha256, pages, size, madeAt } : null };
}
