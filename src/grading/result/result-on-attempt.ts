import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { isStaff } from '../../platform/security/actor.js';
import { AttemptAdditions } from '../../submissions/index.js';
import { mayGrade } from '../grading.policy.js';
import { GradeThis } from './grade-this.view.js';
import { ResultSection } from './result.view.js';
import { ResultsService } from './results.service.js';

/** What grading shows on the page of an attempt: its posted result, and the way to grade it for whoever may. */
@Injectable()
export class ResultOnAttempt {
  constructor(additions: AttemptAdditions, results: ResultsService) {
    additions.add(async (actor, work) => {
      const result = await results.find(actor, work);
      const { slug, timeZone } = actor.course;
      return {
        ...(isStaff(actor) && { current: 'grading' }),
        ...(mayGrade(actor, work.team).allowed && { action: h(GradeThis, { course: slug, submission: work.id }) }),
        ...(result && { section: h(ResultSection, { result, zone: timeZone }) }),
      };
    });
  }
}
