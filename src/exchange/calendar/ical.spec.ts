import ICAL from 'ical.js';
import type { CalendarEntry } from './entry.js';
import { icalOf } from './ical.js';

const ABOUT = { lang: 'fr', title: 'Marketing ; été, « à soi »', publicUrl: 'https://school.test' } as const;
const entry = (given: Partial<CalendarEntry>): CalendarEntry => ({
  uid: 'class-1@attrait',
  kind: 'class',
  title: 'Séance',
  place: '',
  path: null,
  week: 1,
  startsAt: new Date('2026-11-01T23:30:00Z'),
  endsAt: new Date('2026-11-02T02:30:00Z'),
  isCancelled: false,
  sequence: 0,
  changedAt: new Date('2026-10-01T12:00:00.123Z'),
  ...given,
});
/** Read by a parser that is none of ours. */
const parsed = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const linesOf = (text: string): string[] => text.split('\r\n');

describe('the dates of a course as iCalendar', () => {
  it('come back from another parser with every sign they were written with', () => {
    const title = 'Évaluation ; atelier, « preuves » \\n — 🎓🧭 « ça, là » : l’œuvre; \\ fin';
    const [event] = parsed(icalOf([entry({ title, place: 'Salle B-214, 2e étage; côté cour' })], ABOUT));

    expect(event!.summary).toBe(title);
    expect(event!.location).toBe('Salle B-214, 2e étage; côté cour');
    expect(event!.description).toBe(ABOUT.title);
  });

  it('stand in lines of 75 octets at most, each ended as the standard has it, whatever signs fall on the edge', () => {
    for (const sign of ['a', 'é', '€', '🎓', '\\', ','])
      for (let length = 1; length <= 160; length += 1) {
        const title = 'x'.repeat(length % 4) + sign.repeat(length);
        const text = icalOf([entry({ title })], ABOUT);
        const tooLong = linesOf(text).filter((line) => Buffer.byteLength(line) > 75);

        expect({ sign, length, tooLong }).toEqual({ sign, length, tooLong: [] });
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(parsed(text)[0]!.summary).toBe(title);
      }
  });

  it('are instants, the same ones on either side of a change of time', () => {
    const days = ['2026-10-31T22:30:00Z', '2026-11-01T23:30:00Z', '2027-03-13T23:30:00Z', '2027-03-14T22:30:00Z'];
    const entries = days.map((day, index) =>
      entry({ uid: `class-${index}@attrait`, startsAt: new Date(day), endsAt: null, kind: 'deadline' }),
    );

    const events = parsed(icalOf(entries, ABOUT));

    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(days.map((day) => new Date(day).toISOString()));
    expect(events.every(({ startDate }) => startDate.zone === ICAL.Timezone.utcTimezone)).toBe(true);
  });

  it('say what changed, what was cancelled, what keeps nobody busy, and where to read more', () => {
    const text = icalOf(
      [
        entry({ sequence: 3, isCancelled: true }),
        entry({ uid: 'deadline-2@attrait', kind: 'deadline', endsAt: null, title: 'Jalon 1', path: '/courses/demo/assignments/x' }),
      ],
      ABOUT,
    );
    const [cancelled, deadline] = parsed(text).map(({ component }) => component);

    expect(cancelled!.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(cancelled!.getFirstPropertyValue('sequence')).toBe(3);
    expect(String(cancelled!.getFirstPropertyValue('last-modified'))).toBe('2026-10-01T12:00:00Z');
    expect(String(cancelled!.getFirstPropertyValue('dtstamp'))).toBe('2026-10-01T12:00:00Z');
    expect(deadline!.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(deadline!.getFirstPropertyValue('summary')).toMatch(/^Échéance · Jalon\s1$/);
    expect(deadline!.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(deadline!.getFirstPropertyValue('url')).toBe('https://school.test/courses/demo/assignments/x');
    expect(deadline!.hasProperty('dtend')).toBe(false);
  });

  it('do not let a title begin another line', () => {
    const [event] = parsed(icalOf([entry({ title: 'Séance\r\nSTATUS:CANCELLED' })], { ...ABOUT, title: 'Cours\nX-EVIL:1' }));

    expect(event!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event!.summary).toBe('Séance STATUS:CANCELLED');
  });
});
