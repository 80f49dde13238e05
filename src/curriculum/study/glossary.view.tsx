import { otherLang } from '../../kernel/localised.js';
import { asset } from '../../platform/markup/assets.js';
import { Field, Select } from '../../platform/markup/fields.js';
import { Button } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Crumbs } from '../../platform/markup/components.js';
import type { CourseUnit } from '../course-unit.js';
import type { ContentSource } from '../unit-cache.js';
import { curriculumTexts } from '../text.js';
import type { Term } from './glossary-file.js';
import { holds } from './glossary.shared.js';
import { SourceNote } from './source-note.view.js';
import { TermName } from './terms.view.js';
import { studyTexts } from './text.js';

/** What is sought: words of a term or its definition, in either language, and a unit that teaches it. */
export interface GlossaryFilter {
  readonly find: string;
  readonly unit: string;
}

export interface GlossaryPageProps {
  readonly terms: readonly Term[];
  readonly units: readonly CourseUnit[];
  readonly filter: GlossaryFilter;
  readonly source: ContentSource | null;
  /** The course's slug. */
  readonly course: string;
}

/** Every term of the course. All of them are in the page, so that its script can find as one types; what is not sought is hidden. */
export const GlossaryPage = ({ terms, units, filter, source, course }: GlossaryPageProps) => {
  const [t, all] = [useText(studyTexts).glossary, useText(curriculumTexts).unit];
  const shown = new Set(terms.filter((term) => isSought(term, filter)));
  return (
    <Layout title={t.title} page="glossary-page" current="course">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: all.course, href: `/courses/${course}` }, { label: t.title }]} />
          <h1>{t.title}</h1>
          <p class="lede">{t.lede(terms.length)}</p>
          <SourceNote source={source} />
        </header>
        <Find units={units} filter={filter} course={course} />
        <p class="meta" role="status" data-shown={JSON.stringify(t.shown)}>
          {countText(t.shown, shown.size)}
        </p>
        <dl class="glossary">
          {terms.map((term) => (
            <Entry key={term.id} term={term} units={units} course={course} isShown={shown.has(term)} />
          ))}
        </dl>
      </div>
      <script type="module" src={asset('glossary.js')} />
    </Layout>
  );
};

const isSought = ({ fr, en, definition, units }: Term, { find, unit }: GlossaryFilter): boolean =>
  (unit === '' || units.includes(unit)) && holds([fr, en, definition.fr, definition.en].join(' '), find);

const countText = (t: { none: string; one: string; several: string }, count: number): string =>
  count === 0 ? t.none : count === 1 ? t.one : t.several.replace('{}', String(count));

/** A form that asks for the page again; with a script it filters as one types. */
const Find = ({ units, filter, course }: Pick<GlossaryPageProps, 'units' | 'filter' | 'course'>) => {
  const [t, lang] = [useText(studyTexts).glossary, useLang()];
  const choices = units.map(({ key, number, title }) => ({ value: key, label: `${number}. ${title[lang]}` }));
  return (
    <form class="glossary-find row" method="get" action={`/courses/${course}/glossary`} role="search">
      <Field name="find" label={t.find} type="search" value={filter.find} maxLength={100} autocomplete="off" />
      <Select name="unit" label={t.unit} value={filter.unit} options={[{ value: '', label: t.allUnits }, ...choices]} />
      <Button kind="primary" icon="search" class="without-script">
        {t.show}
      </Button>
      {(filter.find || filter.unit) && <a href={`/courses/${course}/glossary`}>{t.clear}</a>}
    </form>
  );
};

interface EntryProps {
  readonly term: Term;
  readonly units: readonly CourseUnit[];
  readonly course: string;
  readonly isShown: boolean;
}

const Entry = ({ term, units, course, isShown }: EntryProps) => {
  const [t, lang] = [useText(studyTexts).glossary, useLang()];
  const other = otherLang(lang);
  return (
    <div id={term.id} hidden={!isShown} data-units={term.units.join(' ')}>
      <dt>
        <TermName term={term} lang={lang} />
      </dt>
      <dd>{term.definition[lang]}</dd>
      <dd class="small soft" lang={`${other}-CA`}>
        {term.definition[other]}
      </dd>
      <dd class="meta">
        {units
          .filter(({ key }) => term.units.includes(key))
          .map((unit, index) => (
            <span key={unit.key}>
              {index > 0 && ' · '}
              {unit.isOpen ? (
                <a href={`/courses/${course}/units/${unit.key}#terms`}>{t.unitNumber(unit.number)}</a>
              ) : (
                t.unitNumber(unit.number)
              )}
            </span>
          ))}
      </dd>
    </div>
  );
};
