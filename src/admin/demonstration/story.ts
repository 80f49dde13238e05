import { Injectable } from '@nestjs/common';
import { DemonstrationAnnouncements } from './announcements.js';
import { DemonstrationClass } from './class.js';
import { momentsOf } from './dates.js';
import { DemonstrationMarks } from './grading.js';
import { ClockOverride } from './clock-override.js';
import { DemonstrationStudy } from './study.js';
import { DemonstrationWork } from './work.js';
import { DemonstrationWorksheet } from './worksheet.js';

/** What the class has lived through until the day it is loaded, in that order. */
@Injectable()
export class DemonstrationStory {
  constructor(
    private readonly clock: ClockOverride,
    private readonly people: DemonstrationClass,
    private readonly work: DemonstrationWork,
    private readonly marks: DemonstrationMarks,
    private readonly announcements: DemonstrationAnnouncements,
    private readonly study: DemonstrationStudy,
    private readonly worksheet: DemonstrationWorksheet,
  ) {}

  async live(now: Date): Promise<void> {
    const { assignments } = await this.people.open(now);
    const stages = assignments.find(({ content }) => content.key === 'competitive-analysis')!.stages;
    const moments = momentsOf(now, new Map(stages.map((stage) => [stage.spec.key, stage])));
    await this.clock.at(moments.teamsMade, () => this.people.makeTeams());
    await this.clock.at(moments.firstPosted, () => this.people.moveClass());
    const first = await this.work.handInFirst(moments);
    await this.marks.gradeFirst(first, stages.find(({ spec }) => spec.key === 'proposal')!.id, moments);
    await this.announcements.write(moments);
    const second = await this.work.handInSecond(moments);
    await this.worksheet.write(moments.drafting);
    await this.marks.gradeSecond(second, moments);
    await this.study.tryAll(now);
  }
}
