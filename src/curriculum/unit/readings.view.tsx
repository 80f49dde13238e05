import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Own } from '../../platform/markup/shared.js';
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
  const length = minutes < 90 ? t.minutes(minutes) : t.hours(numberText(lang, Math.round(minutes / 30) / 2));
  return (
    <li>
      <Own>
        <ItemTick item={item} />
      </Own>
      <div>
        <h3 lang={`${language}-CA`}>
          {url ? (
            <Own>
              <ReadingLink item={item} url={url} title={title} />
            </Own>
          ) : (
            title
          )}
        </h3>
        <p class="meta">{[author, year, t.languages[language], length].filter(Boolean).join(' · ')}</p>
        <Own>
          <ItemMark item={item} kind="reading" name={title} />
        </Own>
      </div>
      <Badge kind={kind === 'essential' ? 'ok' : 'plain'}>{t.kinds[kind]}</Badge>
    </li>
  );
};

/** It tells the reader's own marks that they opened it. */
const ReadingLink = ({ item, url, title }: { item: string; url: string; title: string }) => (
  <a href={url} rel="noopener noreferrer" data-opens={useOpening(item)}>
    {title}
  </a>
);
