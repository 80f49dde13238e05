import { Injectable } from '@nestjs/common';
import { LANGS } from '../kernel/localised.js';
import { Database } from '../platform/database/database.js';
import { textOf } from '../platform/markup/html-text.js';
import { SearchIndex } from '../platform/search-index/search-index.js';
import { type DocumentBatch, SearchSources, type SearchDocument, type SearchKind } from '../platform/search-index/search-sources.js';
import type { WordsByLang } from './announcement.js';
import { renderBody } from './body.js';
import { announceTexts } from './text.js';

interface Row extends WordsByLang {
  readonly id: string;
  readonly version: number;
  readonly courseId: string;
  readonly sectionId: string | null;
}

const SOURCE = 'announcement';
const KIND: SearchKind = {
  order: 80,
  icon: 'bell',
  one: (lang) => announceTexts[lang].found.one,
  several: (lang) => announceTexts[lang].found.several,
};
const PUBLISHED = `
  SELECT an.id, an.version, an.course_id AS "courseId", an.section_id AS "sectionId",
         CASE WHEN an.title_fr IS NOT NULL THEN json_build_object('title', an.title_fr, 'body', an.body_fr) END AS fr,
         CASE WHEN an.title_en IS NOT NULL THEN json_build_object('title', an.title_en, 'body', an.body_en) END AS en
  FROM announcement an WHERE an.published_at IS NOT NULL AND an.withdrawn_at IS NULL`;

/** What was announced, to be found by those it is for; neither what is still to come nor what was withdrawn. */
@Injectable()
export class FindableAnnouncements {
  constructor(
    private readonly database: Database,
    private readonly index: SearchIndex,
    sources: SearchSources,
  ) {
    sources.add({
      name: SOURCE,
      kinds: { announcement: KIND },
      batches: async () => (await this.database.query<Row>(PUBLISHED)).map(batchOf),
    });
  }

  /** In the transaction that published, changed or withdrew it. */
  async follow(id: string): Promise<void> {
    const [row] = await this.database.query<Row>(`${PUBLISHED} AND an.id = $1`, [id]);
    if (row) await this.index.put(batchOf(row));
    else await this.index.remove(keyOf(id));
  }
}

const keyOf = (id: string): string => `${SOURCE}:${id}`;

const batchOf = (row: Row): DocumentBatch<'announcement'> => ({
  key: keyOf(row.id),
  hash: String(row.version),
  documents: () => textsOf(row),
});

const textsOf = ({ id, courseId, sectionId, ...words }: Row): SearchDocument<'announcement'>[] =>
  LANGS.flatMap((language) => {
    const written = words[language];
    if (!written) return [];
    const shared = { courseId, ...(sectionId && { sectionId }), opensWith: 'course', address: `announcements/${id}` } as const;
    return [{ ...shared, kind: 'announcement', language, title: written.title, body: textOf(renderBody(written.body, language)) }];
  });
