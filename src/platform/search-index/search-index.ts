import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import { defineJob } from '../jobs/job.js';
import { JobQueue } from '../jobs/job-queue.js';
import { JobRunner } from '../jobs/job-runner.js';
import { type DocumentBatch, SearchSources, type SearchDocument } from './search-sources.js';
import { spellingsOf, wordsOf } from './words.js';

/** Brings the index up to what the sources say. */
const INDEX_SEARCH = defineJob('index-search');

/** To be raised when the same texts are to be indexed otherwise: every batch is then written again at the next start. */
const EDITION = 1;
/** In milliseconds. Decks are read then for the first time, and a server that has just begun has its first visitors. */
const AFTER_START_MS = 3_000;
/** Between two decks, for whoever waits for an answer of this process. */
export const BETWEEN_DECKS_MS = 20;
/** Any number will do, as long as every process of Attrait uses the same. */
const LOCK = 4_155_725;

/** Keeps what can be found. Texts made from files are written by one process, when files changed; others with their own change. */
@Injectable()
export class SearchIndex implements OnModuleDestroy {
  private isEnding = false;

  constructor(
    private readonly database: Database,
    private readonly sources: SearchSources,
    private readonly queue: JobQueue,
    runner: JobRunner,
  ) {
    runner.register(INDEX_SEARCH, () => this.refresh());
    runner.whenStarted(() => this.refreshSoon(AFTER_START_MS));
  }

  /** A server that is told to stop does not wait until every deck is read: the next start goes on from what is there. */
  onModuleDestroy(): void {
    this.isEnding = true;
  }

  /** As a job: whichever process takes it, one does the work for all. Nobody waits for it, so nobody hears that it cannot be given. */
  async refreshSoon(wait = 0): Promise<void> {
    try {
      await this.queue.add(INDEX_SEARCH, [{ payload: {}, key: 'index-search', runAt: new Date(Date.now() + wait) }]);
    } catch (error) {
      new Logger('Search').error(`What changed cannot be found yet: ${String(error)}`);
    }
  }

  /** Writes the texts of this batch in the running transaction, in the place of those it had. */
  async put(batch: DocumentBatch): Promise<void> {
    const texts = await batch.documents();
    await this.database.transaction(() => this.write(batch.key, editionOf(batch), texts));
  }

  /** Forgets the texts of a batch, in the running transaction. */
  async remove(key: string): Promise<void> {
    await this.database.change('DELETE FROM search_document WHERE batch = $1', [key]);
  }

  /** Brings the index to what the sources say now: only batches that changed are read and written, all in one transaction. */
  async refresh(): Promise<void> {
    // Read before the sources are: a batch that somebody adds meanwhile is then not taken for one that went away.
    const held = await this.held();
    const batches = await Promise.all(this.sources.list().map((source) => source.batches()));
    const changed: { key: string; hash: string; texts: readonly SearchDocument[] }[] = [];
    for (const batch of batches.flat().filter((one) => held.get(one.key) !== editionOf(one))) {
      await pause(BETWEEN_DECKS_MS);
      if (this.isEnding) return;
      changed.push({ key: batch.key, hash: editionOf(batch), texts: await batch.documents() });
    }
    const gone = this.goneFrom(held, new Set(batches.flat().map(({ key }) => key)));
    if (changed.length === 0 && gone.length === 0) return;
    await this.database.transaction(async () => {
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await this.database.change('DELETE FROM search_document WHERE batch = ANY ($1)', [gone]);
      for (const { key, hash, texts } of changed) await this.write(key, hash, texts);
    });
  }

  private async held(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ batch: string; batch_hash: string }>('SELECT DISTINCT batch, batch_hash FROM search_document');
    return new Map(rows.map(({ batch, batch_hash: hash }) => [batch, hash]));
  }

  /** Batches of sources this program does not know stay: an older program may run beside a newer one. */
  private goneFrom(held: ReadonlyMap<string, string>, there: ReadonlySet<string>): string[] {
    const names = this.sources.list().map(({ name }) => `${name}:`);
    return [...held.keys()].filter((key) => !there.has(key) && names.some((name) => key.startsWith(name)));
  }

  private async write(key: string, hash: string, texts: readonly SearchDocument[]): Promise<void> {
    await this.database.change('DELETE FROM search_document WHERE batch = $1', [key]);
    await this.database.query(INSERT, [key, hash, JSON.stringify(texts.map(rowOf))]);
  }
}

const editionOf = ({ hash }: DocumentBatch): string => `${EDITION}:${hash}`;

/** The vector counts the words of the title, then those of the body. */
const INSERT = `
  INSERT INTO search_document (batch, batch_hash, kind, course_id, section_id, unit_key, opens_with, visible_from,
                               language, title, body, address, weight, vector)
  SELECT $1, $2, kind, "courseId", "sectionId", unit, "opensWith", "visibleFrom", language, title, body, address, coalesce(weight, 1),
         setweight(search_vector(title_written, title_plain), 'A') || setweight(search_vector(body_written, body_plain), 'D')
  FROM json_to_recordset($3::json) AS text (
    kind text, "courseId" uuid, "sectionId" uuid, unit text, "opensWith" text, "visibleFrom" timestamptz, language text,
    title text, body text, address text, weight real, title_written text, title_plain text, body_written text, body_plain text)`;

function rowOf({ title: shownTitle, body: shownBody, ...text }: SearchDocument): object {
  const [title, body] = [spellingsOf(wordsOf(shownTitle)), spellingsOf(wordsOf(shownBody))];
  return {
    ...text,
    title: storable(shownTitle),
    body: storable(shownBody),
    title_written: title.written,
    title_plain: title.plain,
    body_written: body.written,
    body_plain: body.plain,
  };
}

/** A title cut in the middle of a sign leaves half of it, which no database takes; nor a NUL. */
const storable = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '');
