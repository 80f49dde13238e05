import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Draft, type DraftFile, MOST_FILES, NO_DRAFT } from './draft.js';
import type { PostedWork, ReceivedFile, TeamStageContext } from './stage-context.js';

interface DraftRow {
  version: number;
  texts: Record<string, string>;
  updated_at: Date;
  saved_by: string | null;
  files: DraftFile[];
}
export interface SavedDraft {
  readonly id: string;
  readonly version: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly savedAt: Date;
}

/** The files of a draft as one JSON value, in the order they came. */
export const FILES_OF_DRAFT = `
  coalesce((SELECT json_agg(json_build_object('id', df.id, 'deliverable', df.deliverable, 'name', df.name, 'size', b.size,
                                              'sha256', df.sha256, 'mediaType', df.media_type) ORDER BY df.added_at, df.id)
            FROM draft_file df JOIN blob b ON b.sha256 = df.sha256 WHERE df.draft_id = d.id), '[]')`;

/** What becomes of a draft that takes texts over; takes the SQL of the texts and of who brings them. */
export const textsAdded = (texts: string, by: string): string => `
  texts = draft.texts || ${texts}, updated_by = ${by}, updated_at = now(), version = draft.version + (draft.texts || ${texts} <> draft.texts)::int`;

/**
 * Whether one of the texts would replace one that its writer has not seen: one that is neither theirs, nor the base they started
 * from, nor, without a base, of the version they name.
 */
export const losesUnseen = (texts: string, base: string, version: string): string => `
  EXISTS (
    SELECT FROM jsonb_each_text(${texts}) AS given (key, text), coalesce(draft.texts ->> given.key, '') AS there
    WHERE there <> given.text AND CASE WHEN ${base} ? given.key THEN there <> ${base} ->> given.key ELSE draft.version <> ${version} END)`;

type DraftContext = Pick<TeamStageContext, 'stage' | 'team'>;

@Injectable()
export class DraftsQueries {
  constructor(private readonly database: Database) {}

  async find({ stage, team }: DraftContext): Promise<Draft> {
    const [row] = await this.database.query<DraftRow>(
      `SELECT d.version, d.texts, d.updated_at, p.name AS saved_by, ${FILES_OF_DRAFT} AS files
       FROM draft d LEFT JOIN person p ON p.id = d.updated_by WHERE d.stage_id = $1 AND d.team_id = $2`,
      [stage.id, team.id],
    );
    return row ? { version: row.version, texts: row.texts, files: row.files, savedAt: row.updated_at, savedBy: row.saved_by } : NO_DRAFT;
  }

  /**
   * Saves texts, and holds the draft until the running transaction ends. Null, with nothing saved, when one of them would
   * replace a text that its writer has not seen. Members who write in different fields do not meet.
   */
  async save(
    { actor, stage, team }: TeamStageContext,
    { texts, base = {}, version }: Pick<PostedWork, 'texts' | 'base' | 'version'>,
  ): Promise<SavedDraft | null> {
    const [saved] = await this.database.query<SavedDraft>(
      `INSERT INTO draft (course_id, stage_id, team_id, texts, updated_by, updated_at) VALUES ($1, $2, $3, $4, $5, now())
       ON CONFLICT (stage_id, team_id) DO UPDATE SET ${textsAdded('$4::jsonb', '$5')}
       WHERE NOT ${losesUnseen('$4::jsonb', '$7::jsonb', '$6')}
       RETURNING id, version, texts, updated_at AS "savedAt"`,
      [actor.course.id, stage.id, team.id, JSON.stringify(texts), actor.id, version, JSON.stringify(base)],
    );
    return saved ?? null;
  }

  /** The draft as it stands, held until the running transaction ends. */
  async hold({ stage, team }: DraftContext): Promise<SavedDraft> {
    const rows = await this.database.query<SavedDraft>(
      'SELECT id, version, texts, updated_at AS "savedAt" FROM draft WHERE stage_id = $1 AND team_id = $2 FOR UPDATE',
      [stage.id, team.id],
    );
    return rows[0]!;
  }

  async countFiles({ stage, team }: DraftContext): Promise<number> {
    const rows = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM draft_file df JOIN draft d ON d.id = df.draft_id WHERE d.stage_id = $1 AND d.team_id = $2',
      [stage.id, team.id],
    );
    return rows[0]!.count;
  }

  /** Adds stored files to a held draft, as long as there is room; answers how many. The same file twice is there once. */
  async addFiles(draftId: string, personId: string, files: readonly ReceivedFile[]): Promise<number> {
    const column = (pick: (file: ReceivedFile) => string): string[] => files.map(pick);
    const [row] = await this.database.query<{ there: number }>(
      `WITH given AS (
         SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS file (deliverable, sha256, name, media_type, ordinal)
       ), known AS (
         SELECT given.ordinal FROM given JOIN draft_file df USING (deliverable, sha256, name) WHERE df.draft_id = $1
       ), added AS (
         INSERT INTO draft_file (draft_id, added_by, deliverable, sha256, name, media_type, added_at)
         SELECT $1, $2, deliverable, sha256, name, media_type, now() + ordinal * interval '1 microsecond' FROM given
         WHERE ordinal NOT IN (SELECT ordinal FROM known)
         ORDER BY ordinal LIMIT greatest(0, ${MOST_FILES} - (SELECT count(*) FROM draft_file WHERE draft_id = $1))
         RETURNING 1
       )
       SELECT ((SELECT count(*) FROM known) + (SELECT count(*) FROM added))::int AS there`,
      [draftId, personId, column((f) => f.deliverable), column((f) => f.sha256), column((f) => f.name), column((f) => f.mediaType)],
    );
    return row!.there;
  }

  /** False when the team's draft has no such file. */
  async removeFile({ stage, team }: DraftContext, fileId: string): Promise<boolean> {
    const sql = 'DELETE FROM draft_file df USING draft d WHERE d.id = df.draft_id AND d.stage_id = $1 AND d.team_id = $2 AND df.id = $3';
    return (await this.database.change(sql, [stage.id, team.id, fileId])) > 0;
  }

  async findFile({ stage, team }: DraftContext, fileId: string): Promise<DraftFile | null> {
    const rows = await this.database.query<DraftFile>(
      `SELECT df.id, df.deliverable, df.name, b.size::float8 AS size, df.sha256, df.media_type AS "mediaType"
       FROM draft_file df JOIN draft d ON d.id = df.draft_id JOIN blob b ON b.sha256 = df.sha256
       WHERE d.stage_id = $1 AND d.team_id = $2 AND df.id = $3`,
      [stage.id, team.id, fileId],
    );
    return rows[0] ?? null;
  }
}
