import { DomainError } from '../kernel/domain-error.js';

export class EmailTaken extends DomainError {
  constructor(email: string) {
    super('conflict', 'email-taken', { fr: `L’adresse ${email} a déjà un compte.`, en: `The address ${email} has an account already.` });
  }
}
