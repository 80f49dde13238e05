import type { Lang } from '../../kernel/localised.js';
import { useLang } from './frame.js';

/**
 * How an instant is written: `moment` mardi 9 février, 18 h 30 · `plain` 9 février, 18 h 30 · `day` mardi 9 février · `date` 9 février ·
 * `dated` 9 février 2027 · `hour` 18 h 30 · `stamp` mardi 9 février 2027, 18 h 30 min 05 s, HNE, as receipts have it.
 */
export type TimeForm = 'moment' | 'plain' | 'day' | 'date' | 'dated' | 'hour' | 'stamp';

interface TimeProps {
  readonly at: Date | string;
  readonly form?: TimeForm;
  /** The course's zone. */
  readonly zone?: string;
  /** Closes the sentence, where “6:30 p.m.” has not done so already. */
  readonly isLast?: boolean;
}

const ZONE = 'America/Toronto';
const NBSP = '\u00a0';
const LOCALE = { fr: 'fr-CA', en: 'en-CA' } as const;

export const Time = ({ at, form = 'moment', zone = ZONE, isLast = false }: TimeProps) => {
  const lang = useLang();
  const text = timeText(lang, at, form, zone);
  const [before, after] = lang === 'fr' ? text.split(/(?<=(?<!\d)1)er/, 2) : [text];
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>
        {before}
        {after !== undefined && <sup>er</sup>}
        {after}
      </time>
      {isLast && !text.endsWith('.') && '.'}
    </>
  );
};

interface TimeAwayProps extends Pick<TimeProps, 'at' | 'zone'> {
  readonly now: Date;
  /** What is read first. */
  readonly leads?: 'moment' | 'distance';
}

/** A moment beside its distance: both of one instant, so that `dans 1 jour` never counts to another date than the one it stands by. */
export const TimeAway = ({ at, zone = ZONE, now, leads = 'moment' }: TimeAwayProps) => {
  const distance = <b>{distanceText(useLang(), at, now)}</b>;
  const moment = <Time at={at} zone={zone} />;
  const [first, second] = leads === 'moment' ? [moment, distance] : [distance, moment];
  return (
    <>
      {first}, {second}
    </>
  );
};

const written = new Map<string, string>();
const MOST_WRITTEN = 5_000;

/** The same as plain text, for mail, titles and labels. A course's dates are written again on every page: each is worked out once. */
export function timeText(lang: Lang, at: Date | string, form: TimeForm = 'moment', zone = ZONE): string {
  const instant = new Date(at);
  const key = `${lang} ${form} ${zone} ${instant.getTime()}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const text = write(lang, instant, form, zone);
  written.set(key, text);
  return text;
}

function write(lang: Lang, at: Date, form: TimeForm, zone: string): string {
  const part = partsOf(lang, at, zone);
  const date = lang === 'fr' ? `${part.day === '1' ? '1er' : part.day}${NBSP}${part.month}` : `${part.month}${NBSP}${part.day}`;
  const day = lang === 'fr' ? `${part.weekday} ${date}` : `${part.weekday}, ${date}`;
  const year = lang === 'fr' ? ` ${part.year}` : `, ${part.year}`;
  switch (form) {
    case 'moment':
      return `${day}, ${hourOf(lang, part)}`;
    case 'plain':
      return `${date}, ${hourOf(lang, part)}`;
    case 'day':
      return day;
    case 'date':
      return date;
    case 'dated':
      return date + year;
    case 'hour':
      return hourOf(lang, part);
    case 'stamp':
      return `${day}${year}, ${secondOf(lang, part)}, ${part.timeZoneName}`;
  }
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'dayPeriod' | 'timeZoneName', string>;

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(lang: Lang, at: Date, timeZone: string): Parts {
  const key = `${lang} ${timeZone}`;
  const format = formats.get(key) ?? makeFormat(lang, timeZone);
  formats.set(key, format);
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value])) as Parts;
}

/** Made once for a language and a zone: making one costs more than a hundred uses. */
const makeFormat = (lang: Lang, timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[lang], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    hourCycle: lang === 'fr' ? 'h23' : 'h12',
  });

const hourOf = (lang: Lang, { hour, minute, dayPeriod }: Parts): string =>
  lang === 'fr' ? [String(Number(hour)), 'h', ...(minute === '00' ? [] : [minute])].join(NBSP) : `${hour}:${minute}${NBSP}${dayPeriod}`;

const secondOf = (lang: Lang, { hour, minute, second, dayPeriod }: Parts): string =>
  lang === 'fr' ? [Number(hour), 'h', minute, 'min', second, 's'].join(NBSP) : `${hour}:${minute}:${second}${NBSP}${dayPeriod}`;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DISTANCES = {
  fr: new Intl.RelativeTimeFormat(LOCALE.fr, { numeric: 'always' }),
  en: new Intl.RelativeTimeFormat(LOCALE.en, { numeric: 'always' }),
};

/** How far off: `dans 6 jours`, `il y a 2 heures`. Whole units, never rounded up: nobody is promised time they have not. */
function distanceText(lang: Lang, at: Date | string, now: Date): string {
  const far = new Date(at).getTime() - now.getTime();
  const [unit, size] =
    Math.abs(far) >= DAY_MS
      ? (['day', DAY_MS] as const)
      : Math.abs(far) >= HOUR_MS
        ? (['hour', HOUR_MS] as const)
        : (['minute', MINUTE_MS] as const);
  const text = DISTANCES[lang].format(Math.trunc(far / size), unit);
  return text.replace(/(\d)\s/, `$1${NBSP}`);
}
