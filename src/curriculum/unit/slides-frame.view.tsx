import type { Lang } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Own } from '../../platform/markup/shared.js';
import type { CourseUnit } from '../course-unit.js';
import { deckLink } from '../../decks/deck-address.shared.js';
import { DownloadMenu } from '../../decks/index.js';
import { ItemMark, Resume } from '../progress/item-mark.view.js';
import { DECK } from '../progress/study-items.js';
import { curriculumTexts } from '../text.js';

/** The deck a page leads to: in the reader’s language, or in the other one where it is not written yet. */
export interface ShownDeck {
  readonly lang: Lang;
  readonly slides: number;
}

interface SlidesFrameProps extends Pick<CourseUnit, 'title'> {
  /** The key of the unit. */
  readonly unit: string;
  readonly deck: ShownDeck | null;
  /** The slug of the course that keeps the reader’s bookmark; null where nobody’s is kept. */
  readonly course: string | null;
}

/** The deck in its frame. Everything also works as links: the frame is one page of ours inside another. */
export const SlidesFrame = ({ unit, title, deck, course }: SlidesFrameProps) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  const address = deck && deckLink(deck.lang, unit, course);
  return (
    <section id="slides" aria-labelledby="h-slides">
      <header class="head">
        <h2 id="h-slides">{t.slides}</h2>
        <span class="row small">
          {course && (
            <Own>
              <Resume />
            </Own>
          )}
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
            title={t.slidesOf(title[lang])}
            loading="lazy"
            allow="fullscreen"
            lang={`${deck.lang}-CA`}
          />
          <figcaption class="row meta">
            <span>{t.count(deck.slides)}</span>
            <DownloadMenu lang={deck.lang} unit={unit} />
            <span class="push deck-keys with-script">
              <kbd>←</kbd> <kbd>→</kbd> {t.keys.change}, <kbd>F</kbd> {t.keys.fullScreen}, <kbd>O</kbd> {t.keys.overview}
            </span>
          </figcaption>
          <Own>
            <ItemMark item={DECK} kind="deck" name={t.slidesOf(title[lang])} />
          </Own>
        </figure>
      ) : (
        <p class="soft">{t.noSlides}</p>
      )}
    </section>
  );
};
