import { Injectable } from '@nestjs/common';
import { AssessmentsService, PostingService } from '../../grading/index.js';
import { DemonstrationClass } from './class.js';
import type { Moments } from './dates.js';
import { type DemonstrationGrading, FIRST_STAGE, SECOND_STAGE } from './marks.js';
import { ClockOverride } from './clock-override.js';

type Attempts = ReadonlyMap<string, string>;

/** What the assistants have judged so far, and what the lecturer has shown. */
@Injectable()
export class DemonstrationMarks {
  constructor(
    private readonly people: DemonstrationClass,
    private readonly clock: ClockOverride,
    private readonly assessments: AssessmentsService,
    private readonly posting: PostingService,
  ) {}

  async gradeFirst(attempts: Attempts, stageId: string, moments: Moments): Promise<void> {
    await this.clock.at(moments.firstGraded, () => this.gradeAll(FIRST_STAGE, attempts));
    await this.clock.at(moments.firstPosted, () => this.post(stageId));
  }

  async gradeSecond(attempts: Attempts, moments: Moments): Promise<void> {
    await this.clock.at(moments.secondGrading, () => this.gradeAll(SECOND_STAGE, attempts));
  }

  private async gradeAll(gradings: readonly DemonstrationGrading[], attempts: Attempts): Promise<void> {
    for (const grading of gradings) await this.grade(grading, attempts.get(grading.team)!);
  }

  private async grade({ team, by, is, criteria, gate, comment }: DemonstrationGrading, submissionId: string): Promise<void> {
    const actor = await this.people.actor(by);
    const id = await this.assessments.open(actor, submissionId);
    const { version, content } = await this.assessments.read(actor, id);
    const judged = { criteria: { ...content.criteria, ...criteria }, gate: gate ?? content.gate, comment };
    const outcome = await this.assessments.save(actor, id, {
      version,
      content: judged,
      mode: is === 'finished' ? 'finish' : 'leave',
      lang: 'fr',
    });
    if (outcome.kind !== 'saved') throw new Error(`The demonstration’s grading of ${team} was not taken: ${JSON.stringify(outcome)}`);
  }

  private async post(stageId: string): Promise<void> {
    const lecturer = await this.people.actor('lecturer');
    const { seen } = await this.posting.plan(lecturer, stageId);
    const outcome = await this.posting.post(lecturer, stageId, seen);
    if (outcome.kind !== 'posted') throw new Error('The demonstration’s marks could not be posted.');
  }
}
