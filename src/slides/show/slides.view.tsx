import { type Lang, otherLang } from '../../kernel/localised.js';
import { asset } from '../../platform/markup/assets.js';
import { SafeMarkup } from '../../platform/markup/components.js';
import type { SafeHtml } from '../../platform/markup/safe-html.js';
import { channelOf } from '../../decks/channel.shared.js';
import { DownloadMenu } from '../../decks/index.js';
import { curriculumTexts } from '../../curriculum/index.js';
import { slidesTexts } from './text.js';

export interface SlidesPageProps {
  /** The language of the address. */
  readonly lang: Lang;
  readonly unit: { readonly key: string; readonly number: number; readonly title: string; readonly aim: string };
  /** What is shown, and nothing else of the deck: notes never come here. */
  readonly deck: { readonly lang: Lang; readonly sections: SafeHtml };
  /** The languages the deck is written in. */
  readonly written: readonly Lang[];
  /** Where this installation is found, without a slash at the end. */
  readonly publicUrl: string;
  readonly isDemonstration: boolean;
}

/**
 * A deck as a document of its own, the same for everybody. Without a script it is read from top to bottom; reveal.js, when
 * it runs, makes slides of it.
 */
export const SlidesPage = (props: SlidesPageProps) => {
  const { lang, unit, deck } = props;
  const t = slidesTexts[lang];
  const foot = `${curriculumTexts[lang].unit.number(unit.number)} · ${unit.title}`;
  return (
    <html lang={`${lang}-CA`}>
      <Head {...props} />
      <body>
        <Bar {...props} />
        <main
          class="reveal"
          lang={deck.lang === lang ? undefined : `${deck.lang}-CA`}
          data-channel={channelOf(lang, unit.key)}
          data-previous={t.previous}
          data-next={t.next}
          data-above={t.above}
          data-below={t.below}
          data-resume={t.resume}
        >
          <SafeMarkup class="slides" html={deck.sections} />
          <footer class="deck-foot">
            <span>{foot}</span>
          </footer>
        </main>
        <TakenUp lang={lang} />
        <Help lang={lang} />
      </body>
    </html>
  );
};

const addressOf = (lang: Lang, unit: string): string => `/slides/${lang}/${unit}`;

const Head = ({ lang, unit, deck, written, publicUrl }: SlidesPageProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${slidesTexts[lang].pageTitle(unit.number, unit.title)} · Attrait`}</title>
    <meta name="description" content={unit.aim} />
    <link rel="canonical" href={publicUrl + addressOf(deck.lang, unit.key)} />
    {written.map((language) => (
      <link key={language} rel="alternate" hreflang={`${language}-CA`} href={publicUrl + addressOf(language, unit.key)} />
    ))}
    <link rel="license" href={`https://creativecommons.org/licenses/by/4.0/deed.${lang}`} />
    <link rel="icon" type="image/svg+xml" href={asset('icon.svg')} />
    <script src={asset('theme.js')} />
    <link rel="stylesheet" href={asset('slides.css')} />
    <script type="module" src={asset('slides.js')} />
  </head>
);

/** Ways out of the deck. While slides are shown it stands aside until the pointer or the focus comes to it. */
const Bar = ({ lang, unit, deck, isDemonstration }: SlidesPageProps) => {
  const [show, words] = [slidesTexts[lang], curriculumTexts[lang].unit];
  const other = otherLang(lang);
  return (
    <header class="deck-bar">
      <nav aria-label={show.bar}>
        <a href="/" target="_top" data-to-unit={show.toUnit}>
          {show.programme}
        </a>
        <a href={addressOf(other, unit.key)} lang={other} hreflang={other} data-keeps-bookmark>
          {show.otherLanguage}
        </a>
        <a href="?view=scroll" class="with-script" data-keeps-bookmark="scroll">
          {show.read}
        </a>
        <DownloadMenu lang={deck.lang} unit={unit.key} />
        <button type="button" class="with-script" data-help>
          {show.help} <kbd>?</kbd>
        </button>
      </nav>
      {isDemonstration && <p>{show.demonstration}</p>}
      {deck.lang !== lang && <p>{words.otherLanguage}</p>}
    </header>
  );
};

/** Shown by the script to a student who goes on where they stopped; its braces take the number of the slide. */
const TakenUp = ({ lang }: { readonly lang: Lang }) => {
  const show = slidesTexts[lang];
  return (
    <div class="deck-taken-up" role="status" data-taken-up hidden>
      <p data-words={show.takenUp} />
      <button type="button" data-from-start>
        {show.fromStart}
      </button>
      <button type="button" data-close aria-label={show.close}>
        ✕
      </button>
    </div>
  );
};

const Help = ({ lang }: { readonly lang: Lang }) => {
  const show = slidesTexts[lang];
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['→', show.space, 'N'], show.keys.next],
    [['←', 'P'], show.keys.previous],
    [[show.home, show.end], show.keys.first],
    [['O', 'Esc'], show.keys.overview],
    [['F'], show.keys.fullScreen],
    [['B', '.'], show.keys.black],
    [['G'], show.keys.jump],
    [['?'], show.keys.help],
  ];
  return (
    <dialog id="deck-help" aria-labelledby="deck-help-title">
      <h2 id="deck-help-title">{show.help}</h2>
      <dl>
        {keys.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button>{show.close}</button>
      </form>
    </dialog>
  );
};
