import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { Database } from '../../../platform/database/database.js';
import type { CourseActor } from '../../../platform/security/actor.js';
import { CurriculumContent } from '../../content.js';
import { SelfCheckRefused, UnitNotFound } from '../../curriculum.errors.js';
import { mayDecideCounting } from './self-check.policy.js';

/** What a lecturer chose, and the version of the choice the page showed. */
export interface CountingWish {
  readonly counts: boolean;
  readonly madeFrom: number;
}

/** Decides whether the best try at a self-check counts towards participation. */
@Injectable()
export class CountingService {
  constructor(
    private readonly database: Database,
    private readonly content: CurriculumContent,
    private readonly audit: AuditLog,
  ) {}

  /** `conflict` when somebody chose since the page was shown. @throws UnitNotFound, SelfCheckRefused */
  async decide(actor: CourseActor, unit: string, wish: CountingWish): Promise<'done' | 'conflict'> {
    const may = mayDecideCounting(actor);
    if (!may.allowed) throw new SelfCheckRefused(may.because);
    if (!this.content.selfCheck(unit)) throw new UnitNotFound();
    return this.database.transaction(async () => {
      if (!(await this.write(actor, unit, wish))) return 'conflict';
      const detail = { counts: wish.counts };
      await this.audit.note({
        courseId: actor.course.id,
        actorId: actor.id,
        action: 'self-check-counting-changed',
        object: `unit:${unit}`,
        detail,
      });
      return 'done';
    });
  }

  private async write({ course }: CourseActor, unit: string, { counts, madeFrom }: CountingWish): Promise<boolean> {
    if (madeFrom === 0) {
      const insert = `INSERT INTO self_check_counting (course_id, unit_key, counts) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
      return (await this.database.change(insert, [course.id, unit, counts])) > 0;
    }
    const update = `UPDATE self_check_counting SET counts = $3, version = version + 1 WHERE course_id = $1 AND unit_key = $2 AND version = $4`;
    return (await this.database.change(update, [course.id, unit, counts, madeFrom])) > 0;
  }
}
