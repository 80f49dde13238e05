import { type Lang, otherLang } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import type { ContentSource } from '../unit-cache.js';
import type { Term } from './glossary-file.js';
import { SourceNote } from './source-note.view.js';
import { studyTexts } from './text.js';

/** A term in the reader’s language, then in the other one. */
export const TermName = ({ term, lang }: { term: Pick<Term, Lang>; lang: Lang }) => (
  <>
    <b>{term[lang]}</b>{' '}
    <span class="soft" lang={`${otherLang(lang)}-CA`}>
      {term[otherLang(lang)]}
    </span>
  </>
);

interface KeyTermsProps {
  readonly terms: readonly Term[];
  /** The address of the glossary. */
  readonly glossary: string;
  readonly source: ContentSource | null;
}

/** The words a unit teaches, in both languages, defined in the reader’s. */
export const KeyTerms = ({ terms, glossary, source }: KeyTermsProps) => {
  const [t, lang] = [useText(studyTexts).terms, useLang()];
  return (
    <section id="terms" aria-labelledby="h-terms">
      <header class="head">
        <h2 id="h-terms">{t.title}</h2>
        <a class="small" href={glossary}>
          {t.all}
        </a>
      </header>
      <dl class="key-terms small">
        {terms.map((term) => (
          <div key={term.id}>
            <dt>
              <a href={`${glossary}#${term.id}`}>
                <TermName term={term} lang={lang} />
              </a>
            </dt>
            <dd>{term.definition[lang]}</dd>
          </div>
        ))}
      </dl>
      <SourceNote source={source} />
    </section>
  );
};
