import { Injectable } from '@nestjs/common';
import { mayArrange } from '../people/index.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';
import { DatesRefused } from './assignments.errors.js';
import type { CourseStage } from './assignments.service.js';

/** When a stage shall open and be due, and the version of its dates the page showed. */
export interface StageDatesWish {
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly madeFrom: number;
}

/** Moves the opening and the deadline of a stage in one course. What was handed in keeps the deadline it was handed in under. */
@Injectable()
export class StageDates {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** `conflict` when somebody moved it since the page was shown. @throws DatesRefused */
  async change(actor: CourseActor, stage: CourseStage, { opensAt, dueAt, madeFrom }: StageDatesWish): Promise<'done' | 'conflict'> {
    const may = mayArrange(actor);
    if (!may.allowed) throw new DatesRefused(may.because);
    return this.database.transaction(async () => {
      const changed = await this.database.change(
        `UPDATE stage SET opens_at = $4, due_at = $5, version = version + 1, changed_at = now()
         WHERE id = $1 AND course_id = $2 AND version = $3`,
        [stage.id, actor.course.id, madeFrom, opensAt, dueAt],
      );
      if (changed === 0) return 'conflict';
      await this.audit.note({
        courseId: actor.course.id,
        actorId: actor.id,
        action: 'deadline-changed',
        object: `stage:${stage.id}`,
        detail: { from: { opensAt: stage.opensAt, dueAt: stage.dueAt }, to: { opensAt, dueAt } },
      });
      return 'done';
    });
  }
}
