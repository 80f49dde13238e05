import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../people/index.js';
import { Database } from '../../platform/database/database.js';
import { DemonstrationNotice } from '../../platform/http/demonstration-notice.js';
import { DemonstrationClass } from './class.js';
import { momentsOf } from './dates.js';
import { DemonstrationMarks } from './grading.js';
import { Past } from './past.js';
import { DemonstrationWork } from './work.js';

/** Any number that nothing else locks by. */
const LOCK = 4_155_725;

/** The demonstration class: in mid-term on the day it is loaded, and made by the rooms themselves, as a real class would. */
@Injectable()
export class DemonstrationLoader {
  constructor(
    private readonly database: Database,
    private readonly accounts: PeopleService,
    private readonly past: Past,
    private readonly people: DemonstrationClass,
    private readonly work: DemonstrationWork,
    private readonly marks: DemonstrationMarks,
    private readonly notice: DemonstrationNotice,
  ) {}

  /** Of servers that start together over one empty database, the first makes the class and the others find it there. */
  async load(): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('SET LOCAL statement_timeout = 0');
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      if (!(await this.accounts.hasAnybody())) await this.past.revisit(() => this.live());
    });
    this.notice.isShown = true;
  }

  private async live(): Promise<void> {
    const now = await this.database.now();
    const { assignments } = await this.people.open(now);
    const stages = assignments.find(({ content }) => content.key === 'competitive-analysis')!.stages;
    const moments = momentsOf(now, new Map(stages.map((stage) => [stage.spec.key, stage])));
    await this.past.at(moments.teamsMade, () => this.people.makeTeams());
    const first = await this.work.handInFirst(moments);
    await this.marks.gradeFirst(first, stages.find(({ spec }) => spec.key === 'proposal')!.id, moments);
    const second = await this.work.handInSecond(moments);
    await this.marks.gradeSecond(second, moments);
  }
}
