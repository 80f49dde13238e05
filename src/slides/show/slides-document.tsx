import type { Lang } from '../../kernel/localised.js';
import { documentOf } from '../../platform/markup/document.js';
import { type Deck, sectionsOf } from '../../decks/index.js';
import type { Unit } from '../../curriculum/index.js';
import { SlidesPage } from './slides.view.js';

export interface Installation {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly isDemonstration: boolean;
}

/** The public page of a deck. It knows nobody: the same bytes go to everyone, and may be kept and sent again. */
export function slidesDocument(
  lang: Lang,
  unit: Unit,
  deck: Deck,
  written: readonly Lang[],
  { publicUrl, isDemonstration }: Installation,
): string {
  const { key, number, title, aim } = unit;
  const page = (
    <SlidesPage
      lang={lang}
      unit={{ key, number, title: title[lang], aim: aim[lang] }}
      deck={{ lang: deck.lang, sections: sectionsOf(deck) }}
      written={written}
      publicUrl={publicUrl}
      isDemonstration={isDemonstration}
    />
  );
  return documentOf(page, {
    lang,
    path: `/slides/${lang}/${key}`,
    formToken: '',
    person: null,
    course: null,
    demonstration: isDemonstration,
  });
}
