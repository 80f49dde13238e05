import { numberText } from '../platform/markup/amounts.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { addressOf, type SearchLocation } from './address.js';
import type { SearchResults } from './search.service.js';
import { searchTexts } from './text.js';

/** Each kind and each language that has results, with their number; links, so that they work without a script. */
export const Filters = ({ course, search, kinds, languages }: SearchLocation & Pick<SearchResults, 'kinds' | 'languages'>) => {
  const t = useText(searchTexts);
  const { typed, kind, language } = search;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const both = languages.reduce((sum, { count }) => sum + count, 0);
  const toKind = (one: SearchLocation['search']['kind']): string => addressOf({ course, typed, language, kind: one });
  const toLanguage = (one: SearchLocation['search']['language']): string => addressOf({ course, typed, kind, language: one });
  return (
    <div class="search-filters">
      <nav aria-label={t.kindsLabel}>
        <Filter href={toKind(null)} label={t.all} count={total} isChosen={!kind} />
        {kinds
          .filter((one) => one.count > 0 || one.kind === kind)
          .map((one) => (
            <Filter key={one.kind} href={toKind(one.kind)} label={one.label} count={one.count} isChosen={one.kind === kind} />
          ))}
      </nav>
      <nav aria-label={t.languagesLabel}>
        <Filter href={toLanguage(null)} label={t.bothLanguages} count={both} isChosen={!language} />
        {languages.map((one) => (
          <Filter
            key={one.language}
            href={toLanguage(one.language)}
            label={t.languages[one.language]}
            count={one.count}
            isChosen={one.language === language}
          />
        ))}
      </nav>
    </div>
  );
};

const Filter = ({ href, label, count, isChosen }: { href: string; label: string; count: number; isChosen: boolean }) => (
  <a href={href} aria-current={isChosen ? 'true' : undefined}>
    {label} <span class="num">{numberText(useLang(), count)}</span>
  </a>
);
