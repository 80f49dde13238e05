import { readRelease } from './release-form.js';

const TORONTO = 'America/Toronto';
const read = (body: object) => readRelease({ version: '3', opens_at: '', ...body }, 'en', TORONTO);

describe('what a lecturer decided about a unit', () => {
  it.each([
    ['draft', { state: 'draft' }, null],
    ['published, whatever date is left in the field', { state: 'published', opens_at: '2027-02-09T18:30' }, null],
    ['scheduled, in the hour of the course', { state: 'scheduled', opens_at: '2027-02-09T18:30' }, '2027-02-09T23:30:00Z'],
    ['scheduled in summer', { state: 'scheduled', opens_at: '2027-07-09T18:30' }, '2027-07-09T22:30:00Z'],
    [
      'the first 1:30 of the night clocks go back',
      { state: 'scheduled', opens_at: '2026-11-01T01:30', occurrence: 'first' },
      '2026-11-01T05:30:00Z',
    ],
    ['the second one', { state: 'scheduled', opens_at: '2026-11-01T01:30', occurrence: 'second' }, '2026-11-01T06:30:00Z'],
    [
      'an hour that comes once, though an answer is left over',
      { state: 'scheduled', opens_at: '2026-11-01T03:30', occurrence: 'second' },
      '2026-11-01T08:30:00Z',
    ],
  ])('is read: %s', (_, body, opensAt) => {
    expect(read(body)).toEqual({ ok: true, value: { state: body.state, opensAt: opensAt && new Date(opensAt), madeFrom: 3 } });
  });

  it.each([
    ['no state', {}, 'state', /Choose a state/],
    ['an unknown state', { state: 'open' }, 'state', /Choose a state/],
    ['no date', { state: 'scheduled' }, 'opens_at', /Give the opening date/],
    ['a date that is none', { state: 'scheduled', opens_at: '2027-02-30T10:00' }, 'opens_at', /cannot be read/],
    ['an hour the clocks jump over', { state: 'scheduled', opens_at: '2027-03-14T02:30' }, 'opens_at', /does not exist/],
    ['an hour that comes twice', { state: 'scheduled', opens_at: '2026-11-01T01:30' }, 'occurrence', /comes twice/],
    ['a field the page has not', { state: 'draft', course: 'other' }, '', /./],
  ])('comes back for %s, with what was typed', (_, body, field, sentence) => {
    const form = read(body);
    expect(form.ok).toBe(false);
    if (form.ok) return;
    expect(form.errors[field]).toMatch(sentence);
    expect(form.typed).toMatchObject(body);
  });
});
