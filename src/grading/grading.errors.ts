import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';

export class AssessmentNotFound extends DomainError {
  constructor() {
    super('not-found', 'assessment-not-found', {
      fr: 'Cette correction n’existe pas, ou ne vous est pas ouverte.',
      en: 'There is no such assessment, or it is not open to you.',
    });
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
    super('not-found', 'stage-not-found', {
      fr: 'Ce jalon n’existe pas dans ce cours.',
      en: 'There is no such stage in this course.',
    });
  }
}
