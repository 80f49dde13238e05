import { Injectable } from '@nestjs/common';
import { RELEASED_UNITS } from '../curriculum/index.js';
import type { Lang } from '../kernel/localised.js';
import { Database } from '../platform/database/database.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { Question } from './question.js';

export interface Wish {
  readonly question: Question;
  readonly lang: Lang;
  /** Only these; all where null. */
  readonly kinds: readonly string[] | null;
  readonly language: Lang | null;
  /** Every term, or any of them. */
  readonly joining: 'all' | 'any';
  /** How many results stand before those asked for. */
  readonly skip: number;
  readonly most: number;
}

export interface FoundRow {
  readonly kind: string;
  readonly unit_key: string | null;
  readonly language: Lang;
  readonly title: string;
  readonly body: string;
  readonly address: string;
  /** Which words of title and body were looked for, counted from 1. */
  readonly positions: readonly number[];
}

export interface FoundCount {
  readonly kind: string;
  readonly language: Lang;
  readonly count: number;
}

export interface Findings {
  /** Whether any word was left to look for: some are in every text. */
  readonly asks: boolean;
  readonly counts: readonly FoundCount[];
  readonly rows: readonly FoundRow[];
}

/** Looks for texts in one statement: what matches, how many of each kind, and one page of them. */
@Injectable()
export class SearchQueries {
  constructor(private readonly database: Database) {}

  async find(actor: CourseActor, { question, lang, kinds, language, joining, skip, most }: Wish): Promise<Findings> {
    const { terms, beginning } = question;
    const [row] = await this.database.query<Findings>(FIND, [
      actor.course.id,
      actor.sectionIds,
      isStaff(actor),
      lang,
      terms.map(({ written }) => written),
      terms.map(({ plain }) => plain),
      terms.map(({ isExcluded }) => isExcluded),
      beginning,
      kinds,
      language,
      skip,
      most,
      joining === 'all' ? ' & ' : ' | ',
      terms.map(({ isExact }) => isExact),
    ]);
    return row!;
  }
}

/** What one may find is what one may open: the unit's release as `release.policy` has it, one's own course, one's own sections. */
const MAY_SEE = `
  (candidate.course_id IS NULL OR candidate.course_id = $1)
  AND (candidate.section_id IS NULL OR candidate.section_id = ANY ($2))
  AND ($3 OR ((candidate.visible_from IS NULL OR candidate.visible_from <= now())
              AND (candidate.opens_with = 'course' OR candidate.unit_key = ANY (ARRAY${RELEASED_UNITS}))))`;

/** Of the terms that are kept, one question: those asked for, joined, and none of those that are not wanted. */
const joined = (query: string): string => `
  '(' || string_agg('(' || ${query} || ')', $13) FILTER (WHERE NOT is_excluded) || ')'
  || coalesce(' & ' || string_agg('!(' || query::text || ')', ' & ') FILTER (WHERE is_excluded), '')`;

/** A number is stemmed by no dictionary: it keeps the position of the last word while the words before it become a phrase. */
const LAST = '0000000000';
const withoutLast = (column: string): string => `regexp_replace(${column}, '[^ ]+$', '${LAST}')`;
/** The last term with its last word as a beginning, inside the phrase where the term is several words: “e-comm”. */
const BEGUN = `replace(search_query(${withoutLast('written')}, ${withoutLast('plain')})::text, '''${LAST}''', '''' || $8 || ''':*')`;

/**
 * Words that either language has in every sentence are left out, unless nothing else was asked for: then those that are such in
 * the other language alone count. The last one is looked for as typed and as the beginning of a longer word, which counts for
 * less. `OFFSET 0`: few texts match, so rights are asked of those alone.
 */
const FIND = `
WITH term AS (
  SELECT ordinal, written, plain, is_excluded, CASE WHEN is_exact THEN phraseto_tsquery('pg_catalog.simple', plain) ELSE search_query(written, plain) END AS query,
         numnode(phraseto_tsquery('pg_catalog.french', written)) = 0 AS is_french_filler,
         numnode(phraseto_tsquery('pg_catalog.english', plain)) = 0 AS is_english_filler
  FROM unnest($5::text[], $6::text[], $7::boolean[], $14::boolean[]) WITH ORDINALITY AS asked (written, plain, is_excluded, is_exact, ordinal)
), kept AS (
  SELECT * FROM (SELECT *, bool_or(NOT (is_excluded OR is_french_filler OR is_english_filler)) OVER () AS has_content FROM term) AS weighed
  WHERE numnode(query) > 0 AND NOT (CASE WHEN has_content THEN is_french_filler OR is_english_filler
                                         WHEN $4 = 'fr' THEN is_french_filler ELSE is_english_filler END)
), question AS MATERIALIZED (
  SELECT (${joined('query::text')})::tsquery AS exact,
         (${joined(`query::text || CASE WHEN $8::text IS NOT NULL AND ordinal = cardinality($5::text[]) THEN ' | ' || ${BEGUN} ELSE '' END`)})::tsquery AS wide,
         ARRAY(SELECT DISTINCT search_plain(lexeme) FROM kept AS one, unnest(string_to_array(written, ' '), string_to_array(plain, ' ')) AS word (written, plain),
                 unnest(ts_lexize('pg_catalog.french_stem', word.written) || ts_lexize('pg_catalog.french_stem', word.plain)
                   || ts_lexize('pg_catalog.english_stem', word.plain) || word.plain) AS lexeme
               WHERE NOT one.is_excluded AND ts_lexize('pg_catalog.french_stem', word.written) <> '{}'
                 AND (ts_lexize('pg_catalog.english_stem', word.plain) <> '{}' OR NOT one.has_content)) AS lexemes
  FROM kept HAVING bool_or(NOT is_excluded)
), matched AS MATERIALIZED (
  SELECT candidate.id, candidate.kind, candidate.language,
         candidate.weight * CASE WHEN candidate.language = $4 THEN 1 ELSE 0.5 END
           * (ts_rank_cd(candidate.vector, question.exact, 1) + 0.2 * ts_rank_cd(candidate.vector, question.wide, 1)) AS rank
  FROM question CROSS JOIN LATERAL (SELECT * FROM search_document WHERE vector @@ question.wide OFFSET 0) AS candidate
  WHERE ${MAY_SEE}
), page AS (
  SELECT search_document.*, matched.rank FROM matched JOIN search_document USING (id)
  WHERE ($9::text[] IS NULL OR search_document.kind = ANY ($9)) AND ($10::text IS NULL OR search_document.language = $10)
  ORDER BY matched.rank DESC, search_document.language = $4 DESC, search_document.unit_key, search_document.address, search_document.id OFFSET $11 LIMIT $12
)
SELECT EXISTS (SELECT FROM question) AS asks,
  coalesce((SELECT json_agg(counted) FROM (SELECT kind, language, count(*)::int AS count FROM matched GROUP BY kind, language) AS counted), '[]') AS counts,
  coalesce((SELECT json_agg(json_build_object('kind', found.kind, 'unit_key', found.unit_key, 'language', found.language, 'title', found.title, 'body', found.body,
                              'address', found.address, 'positions', found.positions) ORDER BY found.rank DESC, found.is_own DESC, found.unit_key, found.address, found.id) FROM (
    SELECT page.id, page.rank, page.language = $4 AS is_own, kind, unit_key, language, title, body, address,
      ARRAY(SELECT DISTINCT position FROM question, unnest(page.vector) AS word (lexeme, positions, weights), unnest(word.positions) AS position
            WHERE word.lexeme = ANY (question.lexemes) OR ($8::text IS NOT NULL AND starts_with(word.lexeme, $8))) AS positions
    FROM page) AS found), '[]') AS rows`;
