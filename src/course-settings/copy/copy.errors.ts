import { DomainError } from '../../kernel/domain-error.js';

export class NothingToCopy extends DomainError {
  constructor() {
    super('conflict', 'nothing-to-copy', {
      fr: 'Ce cours n’a pas encore de séance : fixez d’abord son calendrier.',
      en: 'This course has no class yet: set its calendar first.',
    });
  }
}
