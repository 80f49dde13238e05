import { Injectable } from '@nestjs/common';
import { CurriculumContent, ProgressService } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { DemonstrationClass } from './class.js';
import { type Diligence, diligenceOf } from './diligence.js';
import { ClockOverride } from './clock-override.js';
import { TEAMS } from './people.js';

const HOUR_MS = 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** How far the students read, and what they said they did: most of them the first units, some the one of the week. */
@Injectable()
export class DemonstrationReading {
  constructor(
    private readonly people: DemonstrationClass,
    private readonly clock: ClockOverride,
    private readonly progress: ProgressService,
    private readonly content: CurriculumContent,
  ) {}

  /** `taught`: the units so far, in their order. */
  async readAll(now: Date, taught: readonly string[]): Promise<void> {
    for (const [student, { email, language }] of TEAMS.flatMap(({ members }) => members).entries()) {
      const actor = await this.people.actor(email);
      for (const [index, unit] of taught.entries()) {
        const diligence = diligenceOf(student, index, taught.length);
        if (!diligence) continue;
        const at = now.getTime() - (taught.length - index) * WEEK_MS + diligence.hours * HOUR_MS;
        await this.clock.at(new Date(at), () => this.read(actor, unit, language ?? 'fr', diligence));
      }
    }
  }

  private async read(actor: CourseActor, unit: string, language: Lang, { slides, readings, hasWorkshop }: Diligence): Promise<void> {
    const count = this.content.deckLength(unit, language)?.columns ?? 0;
    const slide = Math.max(1, Math.round(count * slides));
    await this.progress.keepBookmark(actor, unit, { slide, language, isEnd: slide === count, agoMs: 0 });
    const toRead = (await this.progress.ofStudent(actor)).asked(unit).filter(({ kind }) => kind === 'reading');
    for (const { key } of toRead.slice(0, readings)) await this.progress.markDone(actor, unit, key);
    if (hasWorkshop) await this.progress.markDone(actor, unit, 'workshop');
  }
}
