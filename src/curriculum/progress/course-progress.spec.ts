import { courseProgress, type StudiedUnit } from './course-progress.js';
import { itemsOf, type StudyMark } from './study-items.js';

const at = (day: number): Date => new Date(Date.UTC(2027, 1, day));
const unit = (key: string, slides = 24): StudiedUnit => ({
  key,
  slides,
  items: itemsOf({ readings: [] }, { slides, hasSelfCheck: true, hasWorkshop: false }),
});
const deck = (of: string, slide: number | null, day: number, more: Partial<StudyMark> = {}): StudyMark => ({
  unit: of,
  item: 'deck',
  finishedAt: null,
  doneByHandAt: null,
  slide,
  language: slide ? 'en' : null,
  seenAt: at(day),
  ...more,
});
const UNITS = [unit('one'), unit('two')];

describe('where somebody goes on', () => {
  it.each<[string, StudyMark[], string | null]>([
    ['with nothing read', [], null],
    ['the deck they read last', [deck('one', 12, 3), deck('two', 5, 2)], 'one 12 en'],
    ['the one before, where the last was read to its end', [deck('one', 24, 3, { finishedAt: at(3) }), deck('two', 5, 2)], 'two 5 en'],
    ['a deck taken up again after its end', [deck('one', 7, 3, { finishedAt: at(2) })], 'one 7 en'],
    ['not a deck marked by hand', [deck('one', 7, 3, { doneByHandAt: at(4) })], null],
    ['not a deck that is only begun', [deck('one', 1, 3)], null],
    ['not a unit that is gone', [deck('gone', 7, 3)], null],
  ])('is %s', (_, marks, expected) => {
    const { goOn } = courseProgress(UNITS, marks);
    expect(goOn && `${goOn.unit} ${goOn.slide} ${goOn.language}`).toBe(expected);
  });

  it('is known of each unit', () => {
    const progress = courseProgress(UNITS, [deck('one', 12, 3), deck('two', 5, 2)]);
    expect([progress.bookmarkIn('one')?.slide, progress.bookmarkIn('two')?.slide, progress.bookmarkIn('gone')]).toEqual([12, 5, null]);
  });
});

it('counts what is done in each unit, and forgets what a unit does not hold', () => {
  const done = deck('one', 24, 3, { finishedAt: at(3) });
  const progress = courseProgress(UNITS, [
    done,
    { ...done, item: 'reading:gone' },
    { ...done, unit: 'two', item: 'self-check', slide: null },
  ]);
  expect(progress.units.get('one')).toEqual({ done: 1, of: 2, stage: 'begun' });
  expect(progress.units.get('two')).toEqual({ done: 1, of: 2, stage: 'begun' });
  expect(progress.standing('one', 'self-check')).toEqual({ is: 'ahead' });
  expect(progress.standing('one', 'deck')).toMatchObject({ is: 'done', how: 'itself' });
  expect(progress.standing('gone', 'deck')).toEqual({ is: 'ahead' });
});
