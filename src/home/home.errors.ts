import { DomainError } from '../kernel/domain-error.js';

export class NoSyllabus extends DomainError {
  constructor() {
    super('not-found', 'no-syllabus', {
      fr: 'Il n’y a pas encore de plan de cours.',
      en: 'There is no syllabus yet.',
    });
  }
}
