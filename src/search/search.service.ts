import { Injectable } from '@nestjs/common';
import type { Lang } from '../kernel/localised.js';
import type { IconName } from '../platform/markup/icons.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import { CurriculumContent } from '../curriculum/index.js';
import { deckQuery } from '../decks/deck-address.shared.js';
import { passagesOf, type Piece } from './passage.js';
import { type Question, readQuestion, takenApart } from './question.js';
import { type Findings, type FoundRow, SearchQueries } from './search.queries.js';
import { SearchSources } from '../platform/search-index/search-sources.js';

/** What somebody typed and chose on the page. */
export interface Search {
  readonly typed: string;
  /** As its source declares it. */
  readonly kind: string | null;
  readonly language: Lang | null;
  /** Counted from 1. */
  readonly page: number;
}

/** A text that was found, with what was looked for told apart in it. */
export interface Found {
  readonly kind: { readonly icon: IconName; readonly label: string };
  readonly language: Lang;
  readonly title: readonly Piece[];
  readonly passage: readonly Piece[];
  readonly href: string;
  readonly unit: { readonly number: number; readonly title: string } | null;
}

/** Why nothing is shown. */
export type NoResult = 'nothing' | 'short' | 'filler' | 'notFound';

export interface SearchResults {
  readonly search: Search;
  readonly none: NoResult | null;
  readonly found: readonly Found[];
  /** With the chosen kind and language. */
  readonly count: number;
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly count: number }[];
  readonly languages: readonly { readonly language: Lang; readonly count: number }[];
  /** No text has all words: these have some. */
  readonly isLoose: boolean;
  readonly isCut: boolean;
  readonly pages: number;
}

export const ON_A_PAGE = 20;
export const MOST_PAGES = 50;
/** A single letter stands in every text. */
const SHORTEST = 2;

/** Finds what is taught, asked and announced in a course, as far as the person may see it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly queries: SearchQueries,
    private readonly content: CurriculumContent,
    private readonly sources: SearchSources,
  ) {}

  /** Whether a source has declared such a kind. */
  isKind(value: unknown): value is string {
    return typeof value === 'string' && this.sources.kinds().has(value);
  }

  async search(actor: CourseActor, search: Search, lang: Lang): Promise<SearchResults> {
    const question = readQuestion(search.typed);
    const none = whyNone(question);
    if (none) return nothingFound(search, none);
    const all = await this.find(actor, search, lang, question, 'all');
    if (!all.asks) return nothingFound(search, 'filler');
    const words = takenApart(question);
    const isLoose = all.counts.length === 0 && (words.terms.length > 1 || words.terms[0]?.plain !== question.terms[0]?.plain);
    const findings = isLoose ? await this.find(actor, search, lang, words, 'any') : all;
    if (findings.counts.length === 0) return nothingFound(search, 'notFound');
    return { ...this.resultsOf(actor, search, lang, findings), isLoose, isCut: question.isCut };
  }

  private find(actor: CourseActor, search: Search, lang: Lang, question: Question, joining: 'all' | 'any'): Promise<Findings> {
    const { kind, language, page } = search;
    const slice = { skip: (page - 1) * ON_A_PAGE, most: ON_A_PAGE };
    return this.queries.find(actor, { question, lang, kinds: kind === null ? null : [kind], language, joining, ...slice });
  }

  private resultsOf(actor: CourseActor, search: Search, lang: Lang, { counts, rows }: Findings): Omit<SearchResults, 'isLoose' | 'isCut'> {
    const { kind, language } = search;
    const sum = (fits: (one: Findings['counts'][number]) => boolean): number =>
      counts.filter(fits).reduce((total, one) => total + one.count, 0);
    const count = sum((one) => (!kind || one.kind === kind) && (!language || one.language === language));
    const kinds = [...this.sources.kinds()].map(([one, declared]) => ({
      kind: one,
      label: declared.several(lang),
      count: sum((row) => row.kind === one && (!language || row.language === language)),
    }));
    const languages = (['fr', 'en'] as const).map((one) => ({
      language: one,
      count: sum((row) => row.language === one && (!kind || row.kind === kind)),
    }));
    const pages = Math.min(MOST_PAGES, Math.ceil(count / ON_A_PAGE));
    return { search, none: null, found: rows.flatMap((row) => this.foundIn(row, actor, lang)), count, kinds, languages, pages };
  }

  private foundIn({ kind, language, title, body, address, positions, unit_key: key }: FoundRow, actor: CourseActor, lang: Lang): Found[] {
    // Written by another version of the program, beside this one or before it: what it is cannot be said.
    const declared = this.sources.kinds().get(kind);
    if (!declared) return [];
    const unit = key === null ? null : this.content.unit(key);
    return [
      {
        kind: { icon: declared.icon, label: declared.one(lang, address) },
        language,
        ...passagesOf(title, body, positions),
        href: addressFor(actor, address),
        unit: unit && { number: unit.number, title: unit.title[lang] },
      },
    ];
  }
}

/** A student’s bookmark in a deck is kept for the course it is read in. */
function addressFor(actor: CourseActor, address: string): string {
  const { slug: course } = actor.course;
  if (!address.startsWith('/')) return `/courses/${course}/${address}`;
  return isStaff(actor) ? address : address.replace(/(?=#|$)/, deckQuery({ course, view: null }));
}

function whyNone({ terms }: Question): NoResult | null {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  if (wanted.length === 0) return 'nothing';
  return wanted.every(({ plain }) => plain.replaceAll(' ', '').length < SHORTEST) ? 'short' : null;
}

const nothingFound = (search: Search, none: NoResult): SearchResults => ({
  search,
  none,
  found: [],
  count: 0,
  kinds: [],
  languages: [],
  isLoose: false,
  isCut: false,
  pages: 0,
});
