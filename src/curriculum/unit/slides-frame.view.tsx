import type { Lang } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import type { CourseUnit } from '../course-unit.js';
import { deckLink } from '../../decks/deck-address.shared.js';
import { DownloadMenu } from '../../decks/index.js';
import type { Bookmark } from '../progress/course-progress.js';
import { ItemMark } from '../progress/item-mark.view.js';
import { DECK } from '../progress/study-items.js';
import { progressTexts } from '../progress/text.js';
import { curriculumTexts } from '../text.js';

/** The deck a page leads to: in the reader’s language, or in the other one where it is not written yet. */
export interface ShownDeck {
  readonly lang: Lang;
  readonly slides: number;
}

interface SlidesFrameProps {
  readonly unit: CourseUnit;
  readonly deck: ShownDeck | null;
  /** The slug of the course that keeps the reader’s bookmark; null where nobody’s is kept. */
  readonly course: string | null;
  readonly bookmark: Bookmark | null;
}

/** The deck in its frame. Everything also works as links: the frame is one page of ours inside another. */
export const SlidesFrame = ({ unit, deck, course, bookmark }: SlidesFrameProps) => {
  const [t, own, lang] = [useText(curriculumTexts).unit, useText(progressTexts), useLang()];
  const address = deck && deckLink(deck.lang, unit.key, course);
  return (
    <section id="slides" aria-labelledby="h-slides">
      <header class="head">
        <h2 id="h-slides">{t.slides}</h2>
        <span class="row small">
          {course && bookmark && <a href={deckLink(bookmark.language, unit.key, course, bookmark.slide)}>{own.resume(bookmark.slide)}</a>}
          {address && (
            <a href={address}>
              {t.fullScreen} <Icon name="external" />
            </a>
          )}
        </span>
      </header>
      {deck && deck.lang !== lang && <p class="small soft other-language">{t.otherLanguage}</p>}
      {deck ? (
        <figure class="viewer">
          <iframe
            src={`${address}${course ? '&' : '?'}view=embed`}
            title={t.slidesOf(unit.title[lang])}
            loading="lazy"
            allow="fullscreen"
            lang={`${deck.lang}-CA`}
          />
          <figcaption class="row meta">
            <span>{t.count(deck.slides)}</span>
            <DownloadMenu lang={deck.lang} unit={unit.key} />
            <span class="push deck-keys with-script">
              <kbd>←</kbd> <kbd>→</kbd> {t.keys.change}, <kbd>F</kbd> {t.keys.fullScreen}, <kbd>O</kbd> {t.keys.overview}
            </span>
          </figcaption>
          <ItemMark item={DECK} kind="deck" name={t.slidesOf(unit.title[lang])} />
        </figure>
      ) : (
        <p class="soft">{t.noSlides}</p>
      )}
    </section>
  );
};
