import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Lang } from '../../kernel/localised.js';
import type { CalendarEntry } from './entry.js';
import { calendarTexts } from './text.js';

interface About {
  readonly lang: Lang;
  /** Of the course. */
  readonly title: string;
  readonly publicUrl: string;
}

/** In seconds: calendars that ask how often to come back are told this. */
const HOUR_SECONDS = 3_600;

/**
 * The dates of a course as RFC 5545 has them. Each event is an instant in UTC, worked out from the hours of the course before:
 * no program has to know when clocks change. The file depends on the dates alone, so that an unchanged calendar is the same file.
 */
export function icalOf(entries: readonly CalendarEntry[], { lang, title, publicUrl }: About): string {
  const calendar = ical({
    prodId: { company: 'Attrait', product: 'Attrait', language: lang.toUpperCase() },
    // The library writes the name as it is given.
    name: oneLine(title).replace(/[\\;,]/g, '\\$&'),
    ttl: HOUR_SECONDS,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, { lang, title, publicUrl }));
  return `${calendar.toString()}\r\n`;
}

function eventOf({ uid, kind, title, startsAt, endsAt, place, path, ...entry }: CalendarEntry, { lang, publicUrl, title: course }: About) {
  const t = calendarTexts[lang];
  return {
    id: uid,
    sequence: entry.sequence,
    start: startsAt,
    end: endsAt,
    // Without a method, a stamp says when the event was last changed.
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    summary: oneLine(kind === 'class' ? title : t.summary(t.kinds[kind], title)),
    description: oneLine(course),
    ...(place && { location: oneLine(place) }),
    ...(path && { url: publicUrl + path }),
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A deadline keeps nobody busy.
    transparency: kind === 'class' ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, (space) => (/[\r\n\t]/.test(space) ? ' ' : space));
