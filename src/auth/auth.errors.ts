import { DomainError } from '../kernel/domain-error.js';
import { authTexts } from './text.js';

export class TooManyGuesses extends DomainError {
  constructor(seconds: number) {
    super('too-many', 'too-many-guesses', authTexts.inBoth.messages.tooMany(seconds), seconds);
  }
}
