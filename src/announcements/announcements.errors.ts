import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';
import { announceTexts } from './text.js';

/** Also the answer for one that is not published yet, was withdrawn, or is for another section. */
export class AnnouncementNotFound extends DomainError {
  constructor() {
    super('not-found', 'announcement-not-found', announceTexts.inBoth.messages.announcementNotFound);
  }
}

export class AnnouncingRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'announcing-refused', because);
  }
}
