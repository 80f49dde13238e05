import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CurriculumContent } from '../content.js';
import type { CourseUnit } from '../course-unit.js';
import { UnitNotFound } from '../curriculum.errors.js';
import type { ClassMeeting } from '../plan.queries.js';
import { SelfCheckService, type ShownSelfCheck } from '../study/self-check/self-check.service.js';
import { mayKeepProgress } from '../progress/completion.policy.js';
import type { CourseProgress } from '../progress/course-progress.js';
import { ProgressService } from '../progress/progress.service.js';
import { StudyContent, type StudyMaterial } from '../study/study-content.js';
import { OpenUnits } from '../open-units.js';
import { UnitQueries } from './unit.queries.js';

/** A unit of a course with all that its page shows. */
export interface UnitInFull {
  readonly unit: CourseUnit;
  /** Every unit of the course, in its order. */
  readonly units: readonly CourseUnit[];
  readonly classes: readonly ClassMeeting[];
  /** In the reader's language, or in the other one where it is not written yet; null where neither is. */
  readonly deck: { readonly lang: Lang; readonly slides: number } | null;
  readonly material: StudyMaterial;
  readonly selfCheck: ShownSelfCheck | null;
  /** A student’s own; null for those who teach. */
  readonly progress: CourseProgress | null;
  readonly mayMark: boolean;
  readonly now: Date;
}

/** What of a unit is asked for. */
export interface UnitQuestion {
  readonly key: string;
  readonly lang: Lang;
  /** The number of a try at the self-check that is read again. */
  readonly attempt?: number | null;
}

export interface UnitTable {
  readonly units: readonly { readonly unit: CourseUnit; readonly classes: readonly ClassMeeting[] }[];
  readonly now: Date;
}

@Injectable()
export class UnitsService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly queries: UnitQueries,
    private readonly units: OpenUnits,
    private readonly study: StudyContent,
    private readonly selfChecks: SelfCheckService,
    private readonly progress: ProgressService,
  ) {}

  /** @throws UnitNotFound when there is none of that name, or it is not open to the actor. */
  async read(actor: CourseActor, { key, lang, attempt = null }: UnitQuestion): Promise<UnitInFull> {
    if (!this.content.unit(key)) throw new UnitNotFound();
    const { plan, marks, tries } = await this.queries.read(actor, key, attempt);
    const { unit, units } = this.units.openIn(plan, actor, key);
    return {
      unit,
      units,
      now: plan.now,
      classes: plan.meetings.filter((meeting) => meeting.unit === key),
      deck: this.content.deckLength(key, lang),
      material: this.study.of(actor, key, lang),
      selfCheck: this.selfChecks.show(actor, key, lang, tries),
      progress: this.progress.ofMarks(actor, marks),
      mayMark: mayKeepProgress(actor).allowed,
    };
  }

  /** Every unit with its classes, for whoever decides about all of them. */
  async table(actor: CourseActor): Promise<UnitTable> {
    const { units, plan } = await this.units.list(actor);
    const classesOf = (key: string): ClassMeeting[] => plan.meetings.filter(({ unit }) => unit === key);
    return { units: units.map((unit) => ({ unit, classes: classesOf(unit.key) })), now: plan.now };
  }
}
