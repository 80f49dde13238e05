import { DomainError } from '../kernel/domain-error.js';
import { homeTexts } from './text.js';

export class NoSyllabus extends DomainError {
  constructor() {
    super('not-found', 'no-syllabus', homeTexts.inBoth.messages.noSyllabus);
  }
}
