import { Injectable } from '@nestjs/common';
import { CountingService, CurriculumContent, CurriculumService, type SelfCheckQuestion, SelfCheckService } from '../../curriculum/index.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { DemonstrationClass } from './class.js';
import { ClockOverride } from './clock-override.js';
import { TEAMS } from './people.js';
import { DemonstrationReading } from './reading.js';

const HOUR_MS = 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** The unit whose best try counts towards participation. */
const COUNTS = 'web-uses';

/** How the class read the units it had, and checked itself on them: most people once, some again, and better. */
@Injectable()
export class DemonstrationStudy {
  constructor(
    private readonly people: DemonstrationClass,
    private readonly content: CurriculumContent,
    private readonly curriculum: CurriculumService,
    private readonly checks: SelfCheckService,
    private readonly countings: CountingService,
    private readonly clock: ClockOverride,
    private readonly reading: DemonstrationReading,
  ) {}

  async tryAll(now: Date): Promise<void> {
    const lecturer = await this.people.actor('lecturer');
    const plan = await this.curriculum.plan(lecturer);
    const taught = this.content.units().flatMap(({ key }) => (plan.releaseOf(key).state === 'published' ? [key] : []));
    await this.reading.readAll(now, taught);
    await this.clock.at(new Date(now.getTime() - taught.length * WEEK_MS), () =>
      this.countings.decide(lecturer, COUNTS, { counts: true, madeFrom: 0 }),
    );
    for (const [number, { email }] of TEAMS.flatMap(({ members }) => members).entries()) {
      const actor = await this.people.actor(email);
      for (const [index, unit] of taught.entries())
        for (let attempt = 0; attempt < triesOf(number, index); attempt += 1)
          await this.clock.at(momentOf(now, taught.length - index, number, attempt), () => this.tryOnce(actor, unit, number, attempt));
    }
  }

  private async tryOnce(actor: CourseActor, unit: string, number: number, attempt: number): Promise<void> {
    const questions = this.content.selfCheck(unit)?.questions ?? [];
    const answers = questions.map((question, index) => [question.id, answerOf(question, knows(number, index, attempt))] as const);
    await this.checks.keep(actor, unit, new Map(answers), null);
  }
}

/** None for a third of the class each time, two for every fifth of the others. */
const triesOf = (number: number, index: number): number => ((number + index) % 3 === 2 ? 0 : (number + 2 * index) % 5 === 0 ? 2 : 1);

/** In the days after its class, in the afternoon or the evening. */
const momentOf = (now: Date, weeksAgo: number, number: number, attempt: number): Date =>
  new Date(now.getTime() - weeksAgo * WEEK_MS + (26 + ((number * 7) % 90) + attempt * 3) * HOUR_MS);

/** The third and the sixth question are the hard ones; a second try goes better. */
const knows = (number: number, index: number, attempt: number): boolean =>
  (number * 7 + index * 5) % 10 < (index === 2 || index === 5 ? 4 : 7) + attempt * 2;

function answerOf({ kind, options }: SelfCheckQuestion, isKnown: boolean): readonly string[] {
  const right = options.filter((option) => option.right).map(({ id }) => id);
  if (isKnown) return right;
  return kind === 'several'
    ? right.slice(1)
    : options
        .filter((option) => !option.right)
        .slice(-1)
        .map(({ id }) => id);
}
