import { TimeAway } from '../../src/platform/markup/time.js';
import { rendered } from './rendering.js';

const NOW = new Date('2027-02-09T23:30:00Z');
const inWords = (at: string, lang: 'fr' | 'en', leads: 'moment' | 'distance' = 'moment'): string =>
  rendered(
    <p>
      <TimeAway at={at} now={NOW} leads={leads} />
    </p>,
    { lang },
  )('p')
    .text()
    .replaceAll('\u00a0', ' ');

describe('a moment with its distance', () => {
  it.each([
    ['2027-02-15T23:30:00Z', 'lundi 15 février, 18 h 30, dans 6 jours', 'Monday, February 15, 6:30 p.m., in 6 days'],
    ['2027-02-10T23:29:00Z', 'mercredi 10 février, 18 h 29, dans 23 heures', 'Wednesday, February 10, 6:29 p.m., in 23 hours'],
    ['2027-02-09T21:00:00Z', 'mardi 9 février, 16 h, il y a 2 heures', 'Tuesday, February 9, 4:00 p.m., 2 hours ago'],
    ['2027-02-10T00:00:30Z', 'mardi 9 février, 19 h, dans 30 minutes', 'Tuesday, February 9, 7:00 p.m., in 30 minutes'],
  ])('counts whole units to the instant beside it: %s', (at, fr, en) => {
    expect([inWords(at, 'fr'), inWords(at, 'en')]).toEqual([fr, en]);
  });

  it('may be told by its distance first', () => {
    expect(inWords('2027-02-15T23:30:00Z', 'fr', 'distance')).toBe('dans 6 jours, lundi 15 février, 18 h 30');
  });
});
