import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';

export class AssignmentNotFound extends DomainError {
  constructor() {
    super('not-found', 'assignment-not-found', {
      fr: 'Ce travail n’existe pas dans ce cours.',
      en: 'There is no such assignment in this course.',
    });
  }
}

export class DatesRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'dates-refused', because);
  }
}
