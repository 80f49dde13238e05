import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { ItemMark, ItemTick, useOpening } from '../progress/item-mark.view.js';
import { readingKey } from '../progress/study-items.js';
import type { ContentSource } from '../unit-cache.js';
import { SourceNote } from '../study/source-note.view.js';
import { curriculumTexts } from '../text.js';
import type { Reading } from '../unit-file.js';

/** What to read, the essential first. */
export const Readings = ({ readings, source }: { readings: readonly Reading[]; source: ContentSource | null }) => {
  const t = useText(curriculumTexts).unit;
  const sorted = [...readings.filter(({ kind }) => kind === 'essential'), ...readings.filter(({ kind }) => kind === 'further')];
  return (
    <section id="readings" aria-labelledby="h-readings">
      <h2 id="h-readings">{t.readings}</h2>
      <ul role="list" class="reads">
        {sorted.map((reading) => (
          <ReadingItem key={reading.title} reading={reading} />
        ))}
      </ul>
      <SourceNote source={source} />
    </section>
  );
};

const ReadingItem = ({ reading: { title, author, year, language, minutes, url, kind } }: { reading: Reading }) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  const item = readingKey(title);
  const opens = useOpening(item);
  const length = minutes < 90 ? t.minutes(minutes) : t.hours(numberText(lang, Math.round(minutes / 30) / 2));
  return (
    <li>
      <ItemTick item={item} />
      <div>
        <h3 lang={`${language}-CA`}>
          {url ? (
            <a href={url} rel="noopener noreferrer" data-opens={opens}>
              {title}
            </a>
          ) : (
            title
          )}
        </h3>
        <p class="meta">{[author, year, t.languages[language], length].filter(Boolean).join(' · ')}</p>
        <ItemMark item={item} kind="reading" name={title} />
      </div>
      <Badge kind={kind === 'essential' ? 'ok' : 'plain'}>{t.kinds[kind]}</Badge>
    </li>
  );
};
