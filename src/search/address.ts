import type { Search } from './search.service.js';

/** Where on the search page of a course somebody is. */
export interface SearchLocation {
  /** The course's slug. */
  readonly course: string;
  readonly search: Search;
}

/** The search page of a course, with what was typed and chosen; what is left out, or the first page, is not said. */
export function addressOf({ course, typed, kind, language, page = 1 }: { readonly course: string } & Partial<Search>): string {
  const query = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(kind && { kind }),
    ...(language && { in: language }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/courses/${course}/search${query.size > 0 ? `?${query}` : ''}`;
}
