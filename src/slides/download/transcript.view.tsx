import { type Lang, otherLang } from '../../kernel/localised.js';
import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { BareLayout } from '../../platform/markup/layout.js';
import { SafeMarkup } from '../../platform/markup/components.js';
import { DownloadMenu, downloadTexts } from '../../decks/index.js';
import type { Passage } from './transcript.js';

export interface TranscriptProps {
  /** The language of the address. */
  readonly lang: Lang;
  /** Of the deck, which may not be written in the language of the address. */
  readonly deckLang: Lang;
  readonly unit: { readonly key: string; readonly number: number; readonly title: string; readonly aim: string };
  readonly passages: readonly Passage[];
  /** Where a slide of the deck is found. */
  readonly addressOf: (position: { readonly h: number; readonly v: number }) => string;
}

/** A deck as a document, the same for everybody: for whoever reads, listens, or has no room for slides. */
export const TranscriptPage = (props: TranscriptProps) => {
  const { lang, deckLang, unit, passages, addressOf } = props;
  const t = useText(downloadTexts).transcript;
  return (
    <BareLayout title={t.title(unit.title)} description={unit.aim} page="transcript-page" bar={<Bar {...props} />}>
      <div class="wrap transcript">
        <header>
          <p class="eyebrow">{t.eyebrow(unit.number)}</p>
          <h1>{unit.title}</h1>
          <p class="lede">{unit.aim}</p>
          {deckLang !== lang && <p class="small soft">{t.otherLanguage}</p>}
        </header>
        <div lang={deckLang === lang ? undefined : `${deckLang}-CA`}>
          {passages.map((passage) => (
            <Slide key={passage.number} passage={passage} address={addressOf(passage)} />
          ))}
        </div>
      </div>
    </BareLayout>
  );
};

const Bar = ({ lang, deckLang, unit }: TranscriptProps) => {
  const t = useText(downloadTexts).transcript;
  const other = otherLang(lang);
  return (
    <header class="bar">
      <nav class="wrap row" aria-label={t.bar}>
        <a href={`/slides/${lang}/${unit.key}`}>{t.slides}</a>
        <a href={`/slides/${other}/${unit.key}/transcript`} lang={other} hreflang={other}>
          {t.other}
        </a>
        <DownloadMenu lang={deckLang} unit={unit.key} />
      </nav>
    </header>
  );
};

const Slide = ({ passage: { number, title, kicker, parts }, address }: { passage: Passage; address: string }) => {
  const t = useText(downloadTexts).transcript;
  const id = `slide-${number}`;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <header>
        <p class="meta">
          <a href={address}>
            {t.number(number)} <Icon name="slides" />
          </a>
          {kicker && ` · ${kicker}`}
        </p>
        <h2 id={`${id}-title`}>{title}</h2>
      </header>
      {parts.map(({ kind, html }, index) =>
        kind === 'prose' ? (
          <SafeMarkup key={index} html={html} />
        ) : (
          <div key={index} class="scroller" tabIndex={0} role="region" aria-label={t.wide(number)}>
            <SafeMarkup html={html} class="prose wide-part" />
          </div>
        ),
      )}
    </section>
  );
};
