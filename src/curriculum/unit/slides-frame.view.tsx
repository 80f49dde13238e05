import type { Lang } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import type { CourseUnit } from '../course-unit.js';
import { DownloadMenu } from '../download/download-menu.view.js';
import { curriculumTexts } from '../text.js';

/** The deck a page leads to: in the reader’s language, or in the other one where it is not written yet. */
export interface ShownDeck {
  readonly lang: Lang;
  readonly slides: number;
}

/** The deck in its frame. Everything also works as links: the frame is one page of ours inside another. */
export const SlidesFrame = ({ unit, deck }: { unit: CourseUnit; deck: ShownDeck | null }) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  const address = deck && `/slides/${deck.lang}/${unit.key}`;
  return (
    <section id="slides" aria-labelledby="h-slides">
      <header class="head">
        <h2 id="h-slides">{t.slides}</h2>
        {address && (
          <a class="small" href={address}>
            {t.fullScreen} <Icon name="external" />
          </a>
        )}
      </header>
      {deck && deck.lang !== lang && <p class="small soft other-language">{t.otherLanguage}</p>}
      {deck ? (
        <figure class="viewer">
          <iframe
            src={`${address}?view=embed`}
            title={t.slidesOf(unit.title[lang])}
            loading="lazy"
            allow="fullscreen"
            lang={`${deck.lang}-CA`}
          />
          <figcaption class="row meta">
            <span>{t.count(deck.slides)}</span>
            <DownloadMenu lang={deck.lang} unit={unit.key} />
            <span class="push keys with-script">
              <kbd>←</kbd> <kbd>→</kbd> {t.keys.change}, <kbd>F</kbd> {t.keys.fullScreen}, <kbd>O</kbd> {t.keys.overview}
            </span>
          </figcaption>
        </figure>
      ) : (
        <p class="soft">{t.noSlides}</p>
      )}
    </section>
  );
};
