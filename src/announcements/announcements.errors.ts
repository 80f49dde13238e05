import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';

/** Also the answer for one that is not published yet, was withdrawn, or is for another section. */
export class AnnouncementNotFound extends DomainError {
  constructor() {
    super('not-found', 'announcement-not-found', {
      fr: 'Cette annonce n’existe pas, ou ne vous est pas adressée.',
      en: 'This announcement does not exist, or is not for you.',
    });
  }
}

export class AnnouncingRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'announcing-refused', because);
  }
}
