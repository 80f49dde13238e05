import { DomainError } from '../kernel/domain-error.js';

export class TooManyGuesses extends DomainError {
  constructor(seconds: number) {
    super(
      'too-many',
      'too-many-guesses',
      {
        fr: `Trop d’essais pour ce compte. Réessayez dans ${seconds} s.`,
        en: `Too many tries for this account. Try again in ${seconds} s.`,
      },
      seconds,
    );
  }
}
