import type { Lang } from '../../kernel/localised.js';
import { asset } from '../../platform/markup/assets.js';
import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { BareLayout } from '../../platform/markup/layout.js';
import { SafeMarkup } from '../../platform/markup/components.js';
import type { SafeHtml } from '../../platform/markup/safe-html.js';
import { channelOf, PROJECTION } from '../../decks/channel.shared.js';
import { curriculumTexts } from '../../curriculum/index.js';
import { presentTexts } from './text.js';
import type { Stop } from './walk.shared.js';

export interface PresentedSlide extends Stop {
  readonly html: SafeHtml;
  readonly notes: SafeHtml | null;
}

export interface PresentPageProps {
  readonly unit: { readonly key: string; readonly number: number; readonly title: string };
  /** The language of the deck that is projected. */
  readonly deckLang: Lang;
  readonly slides: readonly PresentedSlide[];
  /** The address of the unit's page in this course. */
  readonly back: string;
  /** Whether this person wants single keys to act. */
  readonly shortcuts: boolean;
}

/** The speaker’s page: the slide on screen, the next one, notes, time. It drives the projected deck; only staff can open it. */
export const PresentPage = (props: PresentPageProps) => {
  const t = useText(presentTexts);
  const { unit } = props;
  const title = t.title(unit.title);
  return (
    <BareLayout title={title} page="presenter" wide bar={<Bar {...props} />}>
      <link rel="stylesheet" href={asset('deck.css')} />
      <h1 class="sr">{title}</h1>
      <Stage {...props} />
      <Script {...props} />
      <script type="module" src={asset('present.js')} />
    </BareLayout>
  );
};

const Bar = ({ unit, deckLang, back }: PresentPageProps) => {
  const [t, words] = [useText(presentTexts), useText(curriculumTexts).unit];
  return (
    <header class="bar">
      <a class="btn quiet only" href={back} aria-label={t.back}>
        <Icon name="left" />
      </a>
      <p>
        <b>{words.pageTitle(unit.number, unit.title)}</b>
      </p>
      <p class="present-timer push with-script">
        <b role="timer" aria-label={t.elapsed} data-timer>
          0:00
        </b>
        <button type="button" class="btn quiet sm only" data-restart aria-label={t.restart}>
          <Icon name="undo" />
        </button>
      </p>
      <button type="button" class="btn with-script" aria-pressed="false" aria-keyshortcuts="B" data-black>
        {t.black} <kbd>B</kbd>
      </button>
      <a class="btn primary" href={`/slides/${deckLang}/${unit.key}`} target={PROJECTION} title={t.projectHint}>
        <Icon name="slides" /> {t.project}
      </a>
      <p class="sr" role="status" data-status />
    </header>
  );
};

const Stage = ({ unit, deckLang, slides, shortcuts }: PresentPageProps) => {
  const t = useText(presentTexts);
  return (
    <div
      class="present-stage with-script"
      data-present
      data-channel={channelOf(deckLang, unit.key)}
      data-shortcuts={shortcuts ? 'on' : 'off'}
      data-minutes={t.minutes}
      data-black-now={t.blackNow}
      data-step-words={t.step}
    >
      <section class="present-current" aria-label={t.current} data-current />
      <div class="present-walk">
        <button type="button" class="btn" data-move="previous" aria-label={t.previous} aria-keyshortcuts="ArrowLeft">
          <Icon name="left" />
        </button>
        <p class="num" role="status">
          <b data-index>{t.position(1, slides.length)}</b> <span class="meta" data-step />
        </p>
        <button type="button" class="btn primary" data-move="next" aria-keyshortcuts="ArrowRight">
          {t.next} <Icon name="right" />
        </button>
        <progress max={slides.length} value={1} aria-hidden="true" data-progress />
        <p class="meta present-keys">
          <kbd>←</kbd> <kbd>→</kbd> {t.change} <kbd>B</kbd> {t.black}
        </p>
      </div>
      <div class="present-beside">
        <section aria-labelledby="following">
          <h2 id="following">{t.following}</h2>
          <div data-following />
          <p class="soft" data-end hidden>
            {t.end}
          </p>
        </section>
        <Notes />
      </div>
    </div>
  );
};

const Notes = () => {
  const t = useText(presentTexts);
  return (
    <section class="present-notes" aria-labelledby="speaker-notes">
      <header>
        <h2 id="speaker-notes">{t.notes}</h2>
        <span>
          <button type="button" class="btn quiet sm" data-size="-1" aria-label={t.smaller}>
            A−
          </button>
          <button type="button" class="btn quiet sm" data-size="1" aria-label={t.larger}>
            A+
          </button>
        </span>
      </header>
      <div class="present-words" tabIndex={0} role="region" aria-label={t.notesOf} data-notes />
    </section>
  );
};

/** All slides with their notes: what the page shows without a script and on paper, and what the script takes from. */
const Script = ({ unit, deckLang, slides }: PresentPageProps) => {
  const [t, words] = [useText(presentTexts), useText(curriculumTexts).unit];
  return (
    <section class="present-script" aria-label={t.script}>
      <p class="meta">{t.withoutScript}</p>
      <ol role="list">
        {slides.map(({ h, v, fragments, html, notes }, index) => (
          <li key={`${h}/${v}`} lang={`${deckLang}-CA`} data-h={h} data-v={v} data-fragments={fragments}>
            <div class="deck">
              <div class="reveal">
                <SafeMarkup class="slides" html={html} />
                <footer class="deck-foot">
                  <span>{`${words.number(unit.number)} · ${unit.title}`}</span>
                  <span data-label={t.position(index + 1, slides.length)}>{`${index + 1} / ${slides.length}`}</span>
                </footer>
              </div>
            </div>
            {notes ? <SafeMarkup class="prose speaker-words" html={notes} /> : <p class="soft speaker-words">{t.noNotes}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
};
