import { Injectable } from '@nestjs/common';
import type { CourseActor } from '../platform/security/actor.js';
import { CurriculumContent } from './content.js';
import { type CourseUnit, courseUnit } from './course-unit.js';
import { UnitNotFound } from './curriculum.errors.js';
import { type CoursePlan, PlanQueries } from './plan.queries.js';

/** A unit that is open to the actor, among the others of the course, with the plan that says so. */
export interface OpenUnit {
  readonly unit: CourseUnit;
  readonly units: readonly CourseUnit[];
  readonly plan: CoursePlan;
}

/** Which units are open to whom: asked by everything that stands in a unit, before it answers. */
@Injectable()
export class OpenUnits {
  constructor(
    private readonly content: CurriculumContent,
    private readonly plans: PlanQueries,
  ) {}

  /** Every unit of the course as the actor finds it, in its order, with the plan that says so. */
  async list(actor: CourseActor): Promise<{ readonly units: readonly CourseUnit[]; readonly plan: CoursePlan }> {
    const plan = await this.plans.read(actor);
    return { units: this.unitsIn(plan, actor), plan };
  }

  /** @throws UnitNotFound when there is none of that name, or it is not open to the actor. */
  async open(actor: CourseActor, key: string): Promise<OpenUnit> {
    return this.openIn(await this.plans.read(actor), actor, key);
  }

  /** The same where the plan was read already. @throws UnitNotFound */
  openIn(plan: CoursePlan, actor: CourseActor, key: string): OpenUnit {
    const units = this.unitsIn(plan, actor);
    const unit = units.find((one) => one.key === key);
    if (!unit?.isOpen) throw new UnitNotFound();
    return { unit, units, plan };
  }

  private unitsIn(plan: CoursePlan, actor: CourseActor): CourseUnit[] {
    return this.content.units().map((unit) => courseUnit(unit, actor, plan));
  }
}
