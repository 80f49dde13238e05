import { Injectable } from '@nestjs/common';
import type { CourseActor } from '../platform/security/actor.js';
import { CurriculumContent } from './content.js';
import { type CourseUnit, courseUnit } from './course-unit.js';
import { UnitNotFound } from './curriculum.errors.js';
import { type CoursePlan, PlanQueries } from './plan.queries.js';

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
    return { units: this.content.units().map((unit) => courseUnit(unit, actor, plan)), plan };
  }

  /** @throws UnitNotFound when there is none of that name, or it is not open to the actor. */
  async open(
    actor: CourseActor,
    key: string,
  ): Promise<{ readonly unit: CourseUnit; readonly units: readonly CourseUnit[]; readonly plan: CoursePlan }> {
    const { units, plan } = await this.list(actor);
    const unit = units.find((one) => one.key === key);
    if (!unit?.isOpen) throw new UnitNotFound();
    return { unit, units, plan };
  }
}
