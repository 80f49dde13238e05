import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CurriculumContent } from '../content.js';
import { type CourseUnit, courseUnit } from '../course-unit.js';
import { UnitNotFound } from '../curriculum.errors.js';
import { type ClassMeeting, PlanQueries } from '../plan.queries.js';
import { StudyContent, type StudyMaterial } from '../study/study-content.js';

/** A unit of a course with all that its page shows. */
export interface UnitInFull {
  readonly unit: CourseUnit;
  /** Every unit of the course, in its order. */
  readonly units: readonly CourseUnit[];
  readonly classes: readonly ClassMeeting[];
  /** In the reader's language, or in the other one where it is not written yet; null where neither is. */
  readonly deck: { readonly lang: Lang; readonly slides: number } | null;
  readonly material: StudyMaterial;
  readonly now: Date;
}

@Injectable()
export class UnitsService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly plans: PlanQueries,
    private readonly study: StudyContent,
  ) {}

  /** @throws UnitNotFound when there is none of that name, or it is not open to the actor. */
  async read(actor: CourseActor, key: string, lang: Lang): Promise<UnitInFull> {
    const plan = await this.plans.read(actor);
    const units = this.content.units().map((unit) => courseUnit(unit, actor, plan));
    const unit = openUnit(units, key);
    const deck = this.content.deck(key, lang);
    return {
      ...{ unit, units, now: plan.now },
      classes: plan.meetings.filter((meeting) => meeting.unit === key),
      deck: deck && { lang: deck.lang, slides: deck.slides.length },
      material: this.study.of(actor, key, lang),
    };
  }

  /** The units of the course as the actor finds them. */
  async list(actor: CourseActor): Promise<readonly CourseUnit[]> {
    const plan = await this.plans.read(actor);
    return this.content.units().map((unit) => courseUnit(unit, actor, plan));
  }

  /** For what a unit holds, which is as open as the unit. @throws UnitNotFound likewise. */
  async open(actor: CourseActor, key: string): Promise<CourseUnit> {
    return openUnit(await this.list(actor), key);
  }
}

function openUnit(units: readonly CourseUnit[], key: string): CourseUnit {
  const unit = units.find((one) => one.key === key);
  if (!unit?.isOpen) throw new UnitNotFound();
  return unit;
}
