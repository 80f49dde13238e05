import type { CourseProgress, CurriculumContent, Completion, StudyItem } from '../../curriculum/index.js';

/** One thing the unit of the week asks for, and where the student stands with it. */
export interface UnitStep {
  readonly item: StudyItem;
  readonly standing: Completion;
  /** Of a reading or a workshop, its minutes; of a deck, its slides; of a self-check, its questions. */
  readonly size: number;
}

type Holdings = Pick<CurriculumContent, 'deckLength' | 'selfCheck' | 'workshop'>;

/** The steps of a unit, in the order of its page. */
export const unitSteps = (unit: string, progress: CourseProgress, content: Holdings): UnitStep[] =>
  progress.asked(unit).map((item) => ({ item, standing: progress.standing(unit, item.key), size: sizeOf(unit, item, content) }));

function sizeOf(unit: string, { kind, reading }: StudyItem, content: Holdings): number {
  switch (kind) {
    case 'reading':
      return reading?.minutes ?? 0;
    case 'deck':
      return content.deckLength(unit, 'fr')?.slides ?? 0;
    case 'self-check':
      return content.selfCheck(unit)?.questions.length ?? 0;
    case 'workshop':
      return content.workshop(unit)?.minutes ?? 0;
  }
}
