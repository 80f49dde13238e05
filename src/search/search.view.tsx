import { Button, LinkButton } from '../platform/markup/forms.js';
import { useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Empty } from '../platform/markup/notices.js';
import { Crumbs } from '../platform/markup/components.js';
import { FoundItem } from './found.view.js';
import { addressOf, type SearchLocation } from './address.js';
import { Filters } from './filters.view.js';
import type { SearchResults } from './search.service.js';
import { searchTexts } from './text.js';

export interface SearchPageProps extends SearchResults {
  /** The course's slug. */
  readonly course: string;
}

/** Everything of a course that has some words, and the box to ask again. */
export const SearchPage = (results: SearchPageProps) => {
  const t = useText(searchTexts);
  const { search, course, none } = results;
  return (
    <Layout title={search.typed ? t.titleOf(search.typed.slice(0, 60)) : t.title} page="search-page" current="search">
      <div class="wrap page narrow">
        <header class="stack gap4">
          <Crumbs trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.title }]} />
          <h1>{t.title}</h1>
          <SearchBox course={course} search={search} />
        </header>
        {none ? <Nothing none={none} typed={shortened(search.typed)} /> : <Results {...results} />}
      </div>
    </Layout>
  );
};

/** A new question keeps the chosen kind and language, and begins at its first page. */
const SearchBox = ({ course, search: { typed, kind, language } }: SearchLocation) => {
  const t = useText(searchTexts);
  return (
    <form role="search" action={addressOf({ course })} class="search-box" aria-label={t.label}>
      <label for="search-q">{t.label}</label>
      <div>
        <input
          id="search-q"
          type="search"
          name="q"
          value={typed}
          class="input"
          dir="auto"
          enterkeyhint="search"
          autofocus={!typed}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="search-hint"
          data-search-box
        />
        {kind && <input type="hidden" name="kind" value={kind} />}
        {language && <input type="hidden" name="in" value={language} />}
        <Button kind="primary" icon="search">
          {t.submit}
        </Button>
      </div>
      <p id="search-hint" class="hint meta">
        {t.hint}
      </p>
    </form>
  );
};

const Nothing = ({ none, typed }: { readonly none: NonNullable<SearchResults['none']>; readonly typed: string }) => {
  const t = useText(searchTexts).empty[none];
  return (
    <Empty icon="search" title={typeof t.title === 'function' ? t.title(typed) : t.title} level="h2">
      {t.text}
    </Empty>
  );
};

const Results = (results: SearchPageProps) => {
  const t = useText(searchTexts);
  const { search, found, count, kinds, languages, isLoose, isCut, course } = results;
  const shown = shortened(search.typed);
  return (
    <section aria-labelledby="results" class="stack gap5">
      <div class="stack gap3">
        <h2 id="results" class="sr">
          {t.results}
        </h2>
        <Filters search={search} course={course} kinds={kinds} languages={languages} />
        <p class="small soft" role="status">
          <bdi>{t.count(count, shown)}</bdi>
        </p>
        {isLoose && <p class="small">{t.loose}</p>}
        {isCut && <p class="small">{t.cut}</p>}
      </div>
      {found.length === 0 ? (
        <NothingHere {...results} />
      ) : (
        <ol role="list" class="found">
          {found.map((one) => (
            <FoundItem key={one.href + one.language} found={one} />
          ))}
        </ol>
      )}
      <Pages {...results} />
    </section>
  );
};

/** Filters that leave nothing, or a page past the last: the way back stands beside. */
const NothingHere = ({ search, course, count }: SearchPageProps) => {
  const t = useText(searchTexts).empty;
  const [title, text, way] = count > 0 ? [t.beyond, t.beyondText, t.first] : [t.filtered, t.filteredText, t.showAll];
  const kept = count > 0 ? { kind: search.kind, language: search.language } : {};
  return (
    <Empty icon="search" title={title} action={<LinkButton href={addressOf({ course, typed: search.typed, ...kept })}>{way}</LinkButton>}>
      {text}
    </Empty>
  );
};

const Pages = ({ search, course, pages }: SearchPageProps) => {
  const t = useText(searchTexts);
  const to = (page: number): string => addressOf({ course, ...search, page });
  if (pages < 2 || search.page > pages) return null;
  return (
    <nav class="row search-pages" aria-label={t.pagesLabel}>
      {search.page > 1 && (
        <LinkButton href={to(search.page - 1)} icon="left" rel="prev">
          {t.previous}
        </LinkButton>
      )}
      <span class="meta">{t.page(search.page, pages)}</span>
      {search.page < pages && (
        <LinkButton href={to(search.page + 1)} iconAfter="right" rel="next">
          {t.next}
        </LinkButton>
      )}
    </nav>
  );
};

/** A question may fill a screen; its beginning tells which it was. */
const shortened = (typed: string): string => (typed.length > 80 ? `${[...typed].slice(0, 79).join('')}…` : typed);
