import { Injectable } from '@nestjs/common';
import { page, type Reply } from '../../platform/http/reply.js';
import type { ViewAs } from '../../platform/markup/view-as.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayRelease } from '../release.policy.js';
import type { SelfCheckNotice } from '../study/self-check/self-check.view.js';
import type { ReleaseNotice } from './release-panel.view.js';
import { UnitPage } from './unit.view.js';
import { type UnitQuestion, UnitsService } from './units.service.js';

/** Who asks, and for what of which unit. */
export interface Asked extends UnitQuestion {
  readonly actor: CourseActor;
  /** Through whose eyes, where not through the reader's own. */
  readonly viewAs?: ViewAs;
}

/** What has just become of a form of the page. */
export interface UnitNotices {
  readonly release?: ReleaseNotice;
  readonly selfCheck?: SelfCheckNotice;
}

/** The page of a unit, for every form that stands on it to come back to. */
@Injectable()
export class UnitPages {
  constructor(private readonly units: UnitsService) {}

  /** @throws UnitNotFound */
  async show({ actor, viewAs = null, ...question }: Asked, notices: UnitNotices = {}, status = 200): Promise<Reply> {
    const shown = await this.units.read(actor, question);
    const { slug: course, timeZone: zone } = actor.course;
    const release = { ...notices.release, mayChange: mayRelease(actor).allowed };
    return page(UnitPage, { ...shown, course, zone, role: actor.role, viewAs, release, notice: notices.selfCheck ?? {} }, status);
  }
}
