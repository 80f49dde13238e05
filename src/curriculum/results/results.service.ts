import { Injectable } from '@nestjs/common';
import type { CourseActor } from '../../platform/security/actor.js';
import { CurriculumContent } from '../content.js';
import { type CourseUnit, courseUnit } from '../course-unit.js';
import { UnitNotFound } from '../curriculum.errors.js';
import { PlanQueries } from '../plan.queries.js';
import { isReleased } from '../release.policy.js';
import { hardestFirst, openedOrNot, type QuestionResult } from './results.js';
import { ResultsQueries, type StudentStudy } from './results.queries.js';

/** What the students of the actor's sections did with a unit. */
export interface UnitResults {
  readonly unit: CourseUnit;
  readonly isReleased: boolean;
  readonly slides: number;
  readonly opened: readonly StudentStudy[];
  readonly ahead: readonly StudentStudy[];
  /** The hardest first; null where the unit has no self-check. */
  readonly questions: readonly QuestionResult[] | null;
  /** Whether any section is theirs. */
  readonly hasSections: boolean;
}

@Injectable()
export class UnitResultsService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly plans: PlanQueries,
    private readonly queries: ResultsQueries,
  ) {}

  /** @throws UnitNotFound */
  async read(actor: CourseActor, key: string): Promise<UnitResults> {
    const unit = this.content.unit(key);
    if (!unit) throw new UnitNotFound();
    const [plan, students, counts] = await Promise.all([
      this.plans.read(actor),
      this.queries.listStudents(actor, key),
      this.queries.countQuestions(actor, key),
    ]);
    const check = this.content.selfCheck(key);
    return {
      ...openedOrNot(students),
      unit: courseUnit(unit, actor, plan),
      isReleased: isReleased(plan.releaseOf(key), plan.now),
      slides: this.content.deckLength(key, 'fr')?.columns ?? 0,
      questions: check && hardestFirst(check.questions, counts),
      hasSections: actor.sectionIds.length > 0,
    };
  }
}
