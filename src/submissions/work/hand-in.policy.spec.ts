import type { CourseStage } from '../../assignments/index.js';
import type { DraftFile } from './draft.js';
import { lateReplacement, mayDraft, maySubmit, shortcomings, type Situation } from './hand-in.policy.js';
import { countWords } from './words.shared.js';

const at = (time: string): Date => new Date(`2027-02-${time}Z`);
const stage = { opensAt: at('01T00:00:00.000'), dueAt: at('14T04:59:00.000'), closesAt: at('17T04:59:00.000') };
const member: Situation = { isArchived: false, isMember: true, stage };

describe('handing in', () => {
  it.each([
    ['a member before the stage opens', member, at('01T00:00:00.000'), true],
    ['a member a millisecond before that', member, new Date(stage.opensAt.getTime() - 1), false],
    ['a member in the very millisecond of the deadline', member, stage.dueAt, true],
    ['a member late within the rule', member, at('15T00:00:00.000'), true],
    ['a member in the last millisecond of the rule', member, stage.closesAt, true],
    ['a member a millisecond later', member, at('17T04:59:00.001'), false],
    ['somebody in no team', { ...member, isMember: false }, stage.dueAt, false],
    ['a member in an archived course', { ...member, isArchived: true }, stage.dueAt, false],
  ])('%s', (_, situation, now, allowed) => {
    expect(maySubmit(situation, now).allowed).toBe(allowed);
  });

  it('gives the reason that is nearest to the person', () => {
    const decision = maySubmit({ ...member, isArchived: true, isMember: false }, at('20T00:00:00.000'));

    expect(decision).toEqual({
      allowed: false,
      because: { fr: expect.stringContaining('archivé'), en: expect.stringContaining('archived') },
    });
  });
});

it.each([
  ['a member after the stage has closed', member, at('20T00:00:00.000'), true],
  ['a member before it opens', member, new Date(0), false],
  ['somebody in no team', { ...member, isMember: false }, stage.dueAt, false],
  ['a member in an archived course', { ...member, isArchived: true }, stage.dueAt, false],
])('keeping a draft: %s', (_, situation, now, allowed) => {
  expect(mayDraft(situation, now).allowed).toBe(allowed);
});

describe('a late attempt over one on time', () => {
  const rule = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };
  const onTime = { attempt: 1, daysLate: 0 };
  const late = { attempt: 2, daysLate: 1 };
  const lateness = (attempts: (typeof onTime)[], more: object = {}) => ({
    attempts,
    rule,
    dueAt: stage.dueAt,
    zone: 'America/Toronto',
    ...more,
  });

  it.each([
    ['is not one while there is time', [onTime], stage.dueAt, null],
    ['costs the first begun day', [onTime], at('14T05:00:00.000'), { attempt: 1, days: 1, percent: 10 }],
    ['costs the second too', [onTime], at('15T05:00:00.000'), { attempt: 1, days: 2, percent: 20 }],
    ['is no loss where nothing was handed in', [], at('15T05:00:00.000'), null],
    ['is no loss where the latest attempt was late already', [late, onTime], at('15T05:00:00.000'), null],
  ])('%s', (_, attempts, now, loss) => {
    expect(lateReplacement(lateness(attempts), now)).toEqual(loss);
  });

  it('costs nothing where the rule takes nothing off', () => {
    const kind = lateness([onTime], { rule: { ...rule, percent_per_day: 0 } });

    expect(lateReplacement(kind, at('15T05:00:00.000'))).toBeNull();
  });
});

describe('what keeps a draft back', () => {
  const words = { fr: '', en: '' };
  const deliverable = (key: string, kind: 'text' | 'file', more: object = {}) => ({
    key,
    kind,
    required: true,
    label: words,
    hint: words,
    ...more,
  });
  const asked = (...deliverables: object[]) => ({ spec: { deliverables } }) as unknown as Pick<CourseStage, 'spec'>;
  const file = { deliverable: 'report' } as DraftFile;

  it.each([
    ['nothing', asked(deliverable('niche', 'text')), { niche: 'Réparer' }, [], []],
    ['a required text that is missing', asked(deliverable('niche', 'text')), {}, [], ['text-niche']],
    ['a text of spaces and dashes', asked(deliverable('niche', 'text')), { niche: ' \n – ' }, [], ['text-niche']],
    ['an optional text that is missing', asked(deliverable('niche', 'text', { required: false })), {}, [], []],
    ['as many words as asked', asked(deliverable('niche', 'text', { max_words: 2 })), { niche: 'deux mots' }, [], []],
    ['one word too many', asked(deliverable('niche', 'text', { max_words: 2 })), { niche: 'un deux trois' }, [], ['text-niche']],
    [
      'an optional text that is too long',
      asked(deliverable('niche', 'text', { required: false, max_words: 1 })),
      { niche: 'un deux' },
      [],
      ['text-niche'],
    ],
    ['a required file that is there', asked(deliverable('report', 'file')), {}, [file], []],
    ['a required file that is missing', asked(deliverable('report', 'file')), {}, [], ['file-report']],
    ['a file for another deliverable', asked(deliverable('slides', 'file')), {}, [file], ['file-slides']],
  ])('%s', (_, stageAsked, texts, files, expected) => {
    expect(Object.keys(shortcomings(stageAsked, { texts, files }))).toEqual(expected);
  });
});

it.each([
  ['', 0],
  ['  \n\t ', 0],
  ['un', 1],
  ['l’équipe d’à côté', 3],
  ['« mot » : 47,8 % !', 2],
  ['un\u00a0deux\u202ftrois\nquatre', 4],
  ['one—two three', 2],
])('%j has %s words', (text, count) => {
  expect(countWords(text)).toBe(count);
});
