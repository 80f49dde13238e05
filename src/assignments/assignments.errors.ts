import { DomainError } from '../kernel/domain-error.js';

export class AssignmentNotFound extends DomainError {
  constructor() {
    super('not-found', 'assignment-not-found', {
      fr: 'Ce travail n’existe pas dans ce cours.',
      en: 'There is no such assignment in this course.',
    });
  }
}
