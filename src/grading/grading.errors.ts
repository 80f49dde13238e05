import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';
import { gradingTexts } from './text.js';

export class AssessmentNotFound extends DomainError {
  constructor() {
    super('not-found', 'assessment-not-found', gradingTexts.inBoth.messages.assessmentNotFound);
  }
}

export class GradingRefused extends DomainError {
  constructor(because: Localised) {
    super('conflict', 'grading-refused', because);
  }
}

export class PostingRefused extends DomainError {
  constructor(because: Localised) {
    super('conflict', 'posting-refused', because);
  }
}

export class StageNotFound extends DomainError {
  constructor() {
    super('not-found', 'stage-not-found', gradingTexts.inBoth.messages.stageNotFound);
  }
}
