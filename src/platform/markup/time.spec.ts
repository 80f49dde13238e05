import { bytesText, numberText } from './amounts.js';
import { timeText } from './time.js';

/** Shows the spaces that cannot be seen: `_` is U+00A0, `~` is U+202F. */
const seen = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');
const AT = '2027-02-09T23:30:05Z';

describe('an instant', () => {
  it.each([
    ['moment', 'mardi 9_février, 18_h_30', 'Tuesday, February_9, 6:30_p.m.'],
    ['plain', '9_février, 18_h_30', 'February_9, 6:30_p.m.'],
    ['day', 'mardi 9_février', 'Tuesday, February_9'],
    ['date', '9_février', 'February_9'],
    ['dated', '9_février 2027', 'February_9, 2027'],
    ['hour', '18_h_30', '6:30_p.m.'],
    ['stamp', 'mardi 9_février 2027, 18_h_30_min_05_s, HNE', 'Tuesday, February_9, 2027, 6:30:05_p.m., EST'],
  ] as const)('is written as %s', (form, fr, en) => {
    expect([seen(timeText('fr', AT, form)), seen(timeText('en', AT, form))]).toEqual([fr, en]);
  });

  it('leaves the minutes of a full hour out, in French', () => {
    expect(seen(timeText('fr', '2027-02-09T13:00:00Z', 'hour'))).toBe('8_h');
  });

  it('calls the first of a month first', () => {
    expect(seen(timeText('fr', '2027-03-01T17:00:00Z', 'date'))).toBe('1er_mars');
  });

  it('is told in the zone of the course: before midnight in Montréal is still that day', () => {
    expect(seen(timeText('fr', '2027-02-15T04:59:00Z'))).toBe('dimanche 14_février, 23_h_59');
    expect(timeText('fr', '2027-02-15T04:59:00Z', 'day', 'Europe/Paris')).toContain('lundi');
  });

  it('knows both sides of a change of clocks', () => {
    const around = ['2027-03-14T06:59:00Z', '2027-03-14T07:00:00Z', '2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z'];
    expect(around.map((at) => seen(timeText('fr', at, 'stamp')).replace(/.*2027, /, ''))).toEqual([
      '1_h_59_min_00_s, HNE',
      '3_h_00_min_00_s, HAE',
      '1_h_30_min_00_s, HAE',
      '1_h_30_min_00_s, HNE',
    ]);
  });
});

describe('amounts', () => {
  it.each([
    [47.8, '47,8', '47.8'],
    [12_400, '12~400', '12,400'],
    [0.1 + 0.2, '0,3', '0.3'],
  ])('writes %p', (value, fr, en) => {
    expect([seen(numberText('fr', value)), seen(numberText('en', value))]).toEqual([fr, en]);
  });

  it.each([
    [0, '0_o', '0_B'],
    [31 * 1024, '31_Ko', '31_KB'],
    [2.1 * 1024 ** 2, '2,1_Mo', '2.1_MB'],
    [50 * 1024 ** 2, '50_Mo', '50_MB'],
  ])('writes the size of a file of %p bytes', (bytes, fr, en) => {
    expect([seen(bytesText('fr', bytes)), seen(bytesText('en', bytes))]).toEqual([fr, en]);
  });
});
