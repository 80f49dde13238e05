import type { Syllabus } from '../../curriculum/index.js';
import type { Lang, Localised } from '../../kernel/localised.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Filings, SafeMarkup } from '../../platform/markup/components.js';
import type { SafeHtml } from '../../platform/markup/safe-html.js';
import { About, Assessment } from './syllabus.view.js';
import { homeTexts } from '../text.js';

export interface ProgrammePageProps {
  readonly syllabus: Syllabus | null;
  readonly units: readonly ProgrammeUnit[];
  /** The opening slide of a deck that anybody may open. */
  readonly opening: {
    readonly number: number;
    readonly title: Localised;
    readonly lang: Lang;
    readonly slides: number;
    readonly address: string;
    readonly html: SafeHtml;
  } | null;
}

interface ProgrammeUnit {
  readonly key: string;
  readonly number: number;
  readonly title: Localised;
  readonly aim: Localised;
  /** The address of its deck, where that is open to everybody. */
  readonly slides: string | null;
}

/** What a stranger reads of the course: what it is for, its units and their slides, how one is assessed. */
export const ProgrammePage = ({ syllabus, units, opening }: ProgrammePageProps) => {
  const [t, lang] = [useText(homeTexts).programme, useLang()];
  return (
    <Layout
      title={syllabus ? syllabus.title[lang] : t.units(units.length)}
      description={syllabus?.description[lang]}
      page="programme"
      current="programme"
    >
      <Opening syllabus={syllabus} slides={opening?.address} />
      <section class="wrap ideas" aria-label={t.ideas}>
        {t.idea.map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
      <Units units={units} />
      {opening && <OpenSlides {...opening} />}
      {syllabus && <About syllabus={syllabus} />}
      {syllabus && <Assessment syllabus={syllabus} />}
    </Layout>
  );
};

const Opening = ({ syllabus, slides }: Pick<ProgrammePageProps, 'syllabus'> & { slides: string | undefined }) => {
  const [t, lang] = [useText(homeTexts).programme, useLang()];
  return (
    <section class="hero">
      <div class="wrap">
        <div class="intro">
          {syllabus && <p class="eyebrow">{`${syllabus.title[lang]} · ${syllabus.subtitle[lang]}`}</p>}
          <h1>
            {t.motto.before} <mark>{t.motto.marked}</mark>
            {t.motto.after}
          </h1>
          {syllabus && <p class="lede">{t.lede(t.weeks[syllabus.weeks] ?? String(syllabus.weeks))}</p>}
          <div class="row">
            {slides && (
              <LinkButton kind="primary" href={slides}>
                {t.readSlides}
              </LinkButton>
            )}
            <LinkButton href="#units">{t.seeUnits}</LinkButton>
          </div>
        </div>
        <Filings />
      </div>
    </section>
  );
};

const Units = ({ units }: Pick<ProgrammePageProps, 'units'>) => {
  const [t, lang] = [useText(homeTexts).programme, useLang()];
  return (
    <section class="wrap units" id="units" aria-labelledby="h-units">
      <header class="head">
        <h2 id="h-units">{t.units(units.length)}</h2>
        <p class="soft">{t.unitsNote}</p>
      </header>
      <ol class="toc">
        {units.map(({ key, number, title, aim, slides }) => (
          <li key={key}>
            <span class="no" aria-hidden="true">
              {number}
            </span>
            <div>
              {slides ? (
                <a class="t" href={slides}>
                  {title[lang]}
                </a>
              ) : (
                <span class="t">{title[lang]}</span>
              )}
              <p class="soft small">{aim[lang]}</p>
            </div>
            <div class="end">
              {slides ? (
                <LinkButton kind="quiet" size="small" icon="slides" href={slides} label={t.slidesOf(title[lang])}>
                  {t.slides}
                </LinkButton>
              ) : (
                <span class="meta">{t.slidesLater}</span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** A slide as it is projected, to be seen; the words beside it lead to the deck itself. */
const OpenSlides = ({ number, title, lang: deckLang, slides, address, html }: NonNullable<ProgrammePageProps['opening']>) => {
  const [t, lang] = [useText(homeTexts).programme, useLang()];
  return (
    <section class="open-slides" aria-labelledby="h-open">
      <div class="wrap">
        <div class="open-words">
          <h2 id="h-open">{t.open}</h2>
          <p>{t.openText}</p>
          <LinkButton icon="slides" href={address}>
            {t.openUnit(number)}
          </LinkButton>
        </div>
        <div class="deck" aria-hidden="true" lang={`${deckLang}-CA`}>
          <div class="reveal">
            <SafeMarkup class="slides" html={html} />
            <footer class="deck-foot">
              <span>{title[lang]}</span>
              <span>{`1 / ${slides}`}</span>
            </footer>
          </div>
        </div>
      </div>
    </section>
  );
};
