import type { Lang, Localised } from '../../../kernel/localised.js';
import { LinkButton } from '../../../platform/markup/forms.js';
import { useLang, useText } from '../../../platform/markup/frame.js';
import { Layout } from '../../../platform/markup/layout.js';
import { downloadTexts } from '../../../decks/index.js';

export interface PdfToComeProps {
  /** Of the deck. */
  readonly lang: Lang;
  readonly unit: { readonly key: string; readonly title: Localised };
  /** In how long it will be there, as far as can be told; otherwise why it will not. */
  readonly comes: { readonly inSeconds: number } | 'failed' | 'no-browser';
}

/** What stands at the address of a file that is not made yet: when it will be, and what to do meanwhile. */
export const PdfToComePage = ({ lang, unit, comes }: PdfToComeProps) => {
  const [t, readerLang] = [useText(downloadTexts).pdf, useLang()];
  const deck = `/slides/${lang}/${unit.key}`;
  const why = typeof comes === 'string' ? t.why[comes] : t.soon(Math.ceil(comes.inSeconds / 60));
  return (
    <Layout title={t.title(unit.title[readerLang])}>
      <div class="wrap error-page stack">
        <p class="eyebrow">{t.eyebrow}</p>
        <h1>{unit.title[readerLang]}</h1>
        <p class="lede">{why}</p>
        <p>{t.meanwhile}</p>
        <p class="row">
          <LinkButton kind="primary" icon="file" href={`${deck}?view=print`}>
            {t.print}
          </LinkButton>
          <LinkButton href={deck}>{t.deck}</LinkButton>
          <LinkButton href={`${deck}/transcript`}>{t.transcript}</LinkButton>
        </p>
      </div>
    </Layout>
  );
};
