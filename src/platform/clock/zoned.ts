/**
 * Clock: the only code where instants become days and hours of a course's zone, and back. Not for the present moment:
 * the database's clock decides that. A second converter would disagree with this one in the hours around a change of time.
 */
import { Temporal } from 'temporal-polyfill';

/** A day of the calendar, `2027-02-09`. */
export type Day = string;

/** What a typed day and hour means in a zone: an instant; none, where the clocks jumped over it; or two, where they went back. */
export type Reading =
  | { readonly kind: 'once'; readonly at: Date }
  | { readonly kind: 'never' }
  | { readonly kind: 'twice'; readonly first: Date; readonly second: Date };

/** Reads `2027-02-09T18:30`, as a field of day and hour sends it; null where it is no such thing. */
export function readLocal(local: string, zone: string): Reading | null {
  const typed = parse(local);
  if (!typed) return null;
  const [first, second] = [at(typed, zone, 'earlier'), at(typed, zone, 'later')];
  if (first.getTime() === second.getTime()) return { kind: 'once', at: first };
  return localOf(first, zone) === typed.toString({ smallestUnit: 'minute' }) ? { kind: 'twice', first, second } : { kind: 'never' };
}

/** The instant of an hour on a day. Where the clocks jumped over it, as much later; where it comes twice, the first. */
export const instantOf = (day: Day, time: string, zone: string): Date =>
  at(Temporal.PlainDateTime.from(`${day}T${time}`), zone, 'compatible');

/** As a field of day and hour shows it: `2027-02-09T18:30`. */
export function localOf(instant: Date, zone: string): string {
  const key = `${zone} ${instant.getTime()}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  if (read.size >= MOST_READ) read.clear();
  const local = formatIn(zone).format(instant).replace(' ', 'T');
  read.set(key, local);
  return local;
}

/** A course's classes and deadlines are read again on every page: each is worked out once. */
const read = new Map<string, string>();
const MOST_READ = 5_000;

/** The day that an instant falls on in a zone. */
export const dayOf = (instant: Date, zone: string): Day => localOf(instant, zone).slice(0, 10);

/** Days know no zone: each has 24 hours here, whatever the clocks did on it. */
export const addDays = (day: Day, days: number): Day => new Date(noonOf(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The same hour so many days later, to the millisecond. Where the clocks jumped over that hour, as much later; where it comes twice, the first. */
export function sameHourLater(instant: Date, days: number, zone: string): Date {
  const plain = new Date(instant.getTime() + days * 86_400_000);
  // Pages ask for every deadline, and hardly a day has other than 24 hours: the formatters tell those days faster than Temporal does.
  if (localOf(plain, zone).slice(11) === localOf(instant, zone).slice(11)) return plain;
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return new Date(local.add({ days }).epochMilliseconds);
}

/** How many days lie between two days: negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noonOf(to) - noonOf(from)) / 86_400_000);

/** A day that the calendar has, as a field of days sends it, in a century that a course can lie in: `0207` or `20270` is a slip. */
export const isDay = (typed: string): boolean => /^20\d\d-/.test(typed) && parse(`${typed}T12:00`) !== null;

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(noonOf(day)).getUTCDay() || 7;

/** The Monday of its week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A page reads dozens of instants: one formatter a zone, read whole, is a hundred times faster than a Temporal object each.
 * Swedish writes day and hour as ISO 8601 does.
 */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { ...DIGITS, timeZone: zone });
  formats.set(zone, format);
  return format;
}

const DIGITS = {
  calendar: 'iso8601',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const;

const at = (local: Temporal.PlainDateTime, zone: string, disambiguation: 'earlier' | 'later' | 'compatible'): Date =>
  new Date(local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);

function parse(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return null;
  }
}
