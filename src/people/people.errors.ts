import { DomainError } from '../kernel/domain-error.js';
import { peopleTexts } from './text.js';

export class EmailTaken extends DomainError {
  constructor(email: string) {
    super('conflict', 'email-taken', peopleTexts.inBoth.messages.emailTaken(email));
  }
}
