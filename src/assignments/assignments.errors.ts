import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';
import { assignmentsTexts } from './text.js';

export class AssignmentNotFound extends DomainError {
  constructor() {
    super('not-found', 'assignment-not-found', assignmentsTexts.inBoth.messages.assignmentNotFound);
  }
}

export class DatesRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'dates-refused', because);
  }
}
