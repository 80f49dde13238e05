import type { Lang } from '../../kernel/localised.js';
import { documentOf } from '../../platform/markup/document.js';
import { slideAddress } from '../../decks/index.js';
import type { ReadDeck } from '../show/slides.service.js';
import { passagesOf } from './transcript.js';
import { TranscriptPage } from './transcript.view.js';

/** The document of a deck. It knows nobody: the same bytes go to everyone, and may be kept and sent again. */
export function transcriptDocument(lang: Lang, { unit, deck }: Pick<ReadDeck, 'unit' | 'deck'>, isDemonstration: boolean): string {
  const { key, number, title, aim } = unit;
  const page = (
    <TranscriptPage
      lang={lang}
      deckLang={deck.lang}
      unit={{ key, number, title: title[lang], aim: aim[lang] }}
      passages={passagesOf(deck)}
      addressOf={(position) => slideAddress(deck.lang, key, position)}
    />
  );
  const path = `/slides/${lang}/${key}/transcript`;
  return documentOf(page, { lang, path, formToken: '', person: null, course: null, demonstration: isDemonstration });
}
