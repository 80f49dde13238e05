import { Injectable } from '@nestjs/common';
import { CourseHomeService, type HomeAsked } from '../course/course-home.service.js';
import type { StaffHome } from '../course/home.js';
import { HomeQueries } from '../course/home.queries.js';

/** The home of those who teach: what there is to grade in their sections, beside what every home shows. */
@Injectable()
export class StaffHomeService {
  constructor(
    private readonly homes: CourseHomeService,
    private readonly queries: HomeQueries,
  ) {}

  async read(asked: HomeAsked): Promise<StaffHome> {
    const { actor } = asked;
    const { queues, ...facts } = await this.queries.ofStaff(actor);
    const { home, stages } = this.homes.of(asked, facts);
    const queue = stages.flatMap(({ stage }) => queues.filter(({ stageId }) => stageId === stage.id).map((one) => ({ ...one, stage })));
    return { ...home, isLecturer: actor.role === 'lecturer', hasSections: actor.sectionIds.length > 0, queue };
  }
}
