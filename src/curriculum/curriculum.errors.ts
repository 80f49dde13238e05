import type { Localised } from '../kernel/localised.js';
import { DomainError } from '../kernel/domain-error.js';
import { curriculumTexts } from './text.js';

/** Also the answer for a unit that is not open yet: its page does not exist for students before. */
export class UnitNotFound extends DomainError {
  constructor() {
    super('not-found', 'unit-not-found', curriculumTexts.inBoth.messages.unitNotFound);
  }
}

export class ReleaseRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'release-refused', because);
  }
}

export class MeetingNotFound extends DomainError {
  constructor() {
    super('not-found', 'class-not-found', curriculumTexts.inBoth.messages.classNotFound);
  }
}

export class ArrangingRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'arranging-refused', because);
  }
}

export class StudyRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'study-refused', because);
  }
}

/** A bookmark that no script of ours tells. */
export class BookmarkUnreadable extends DomainError {
  constructor() {
    super('invalid', 'bookmark-unreadable', curriculumTexts.inBoth.messages.bookmarkUnreadable);
  }
}

/** A question or an answer that is not in the file, or no more. */
export class SelfCheckOutdated extends DomainError {
  constructor() {
    super('invalid', 'self-check-outdated', curriculumTexts.inBoth.messages.selfCheckOutdated);
  }
}

export class SelfCheckRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'self-check-refused', because);
  }
}
