import { Injectable } from '@nestjs/common';
import { allow, type Decision } from '../../kernel/decision.js';
import type { Localised } from '../../kernel/localised.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CurriculumContent } from '../content.js';
import { ReleaseRefused, UnitNotFound } from '../curriculum.errors.js';
import { type CoursePlan, PlanQueries, type Release } from '../plan.queries.js';
import { mayRelease, mayScheduleFor } from '../release.policy.js';
import type { ReleaseWish } from './release-form.js';

export type ReleaseOutcome =
  | { readonly kind: 'done' }
  /** Somebody decided otherwise since the page was shown. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly because: Localised };

/** Opens and closes the units of a course to its students. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanQueries,
    private readonly content: CurriculumContent,
    private readonly audit: AuditLog,
  ) {}

  /** @throws UnitNotFound, ReleaseRefused */
  async change(actor: CourseActor, unit: string, wish: ReleaseWish): Promise<ReleaseOutcome> {
    const may = mayRelease(actor);
    if (!may.allowed) throw new ReleaseRefused(may.because);
    if (!this.content.unit(unit)) throw new UnitNotFound();
    return this.database.transaction(async () => {
      const plan = await this.plans.read(actor);
      const standing = plan.releaseOf(unit);
      const maySchedule = mayKeep(wish, standing, plan);
      if (!maySchedule.allowed) return { kind: 'refused', because: maySchedule.because };
      if (!(await this.write(actor, unit, wish))) return { kind: 'conflict' };
      await this.note(actor, unit, standing, wish);
      return { kind: 'done' };
    });
  }

  /** False when the version the wish was made from is no longer the newest. */
  private async write(actor: CourseActor, unit: string, { state, opensAt, madeFrom }: ReleaseWish): Promise<boolean> {
    const values = [actor.course.id, unit, state, opensAt];
    if (madeFrom === 0) {
      const insert = `INSERT INTO unit_release (course_id, unit_key, state, opens_at, last_opens_at) VALUES ($1, $2, $3, $4, $4)
                      ON CONFLICT DO NOTHING RETURNING version`;
      return (await this.database.query(insert, values)).length > 0;
    }
    const update = `UPDATE unit_release
                    SET state = $3, opens_at = $4, last_opens_at = coalesce($4, last_opens_at), version = version + 1, changed_at = now()
                    WHERE course_id = $1 AND unit_key = $2 AND version = $5`;
    return (await this.database.change(update, [...values, madeFrom])) > 0;
  }

  private note(actor: CourseActor, unit: string, from: Release, to: ReleaseWish): Promise<void> {
    const detail = { from: { state: from.state, opensAt: from.opensAt }, to: { state: to.state, opensAt: to.opensAt } };
    return this.audit.note({ courseId: actor.course.id, actorId: actor.id, action: 'release-changed', object: `unit:${unit}`, detail });
  }
}

const mayKeep = ({ opensAt }: ReleaseWish, standing: Release, { now }: CoursePlan): Decision =>
  opensAt ? mayScheduleFor(opensAt, standing, now) : allow;
