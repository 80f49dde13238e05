import type { Localised } from '../kernel/localised.js';
import { DomainError } from '../kernel/domain-error.js';

/** Also the answer for a unit that is not open yet: its page does not exist for students before. */
export class UnitNotFound extends DomainError {
  constructor() {
    super('not-found', 'unit-not-found', {
      fr: 'Ce module n’existe pas, ou ne vous est pas encore ouvert.',
      en: 'This unit does not exist, or is not open to you yet.',
    });
  }
}

export class ReleaseRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'release-refused', because);
  }
}

export class MeetingNotFound extends DomainError {
  constructor() {
    super('not-found', 'class-not-found', {
      fr: 'Ce cours n’a pas de séance à cette semaine.',
      en: 'This course has no class in that week.',
    });
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

/** A place in a deck that no script of ours tells. */
export class PlaceUnreadable extends DomainError {
  constructor() {
    super('invalid', 'place-unreadable', {
      fr: 'Cette place dans les diapos ne se lit pas. Rechargez la page.',
      en: 'This place in the slides cannot be read. Reload the page.',
    });
  }
}

/** A question or an answer that is not in the file, or no more. */
export class SelfCheckOutdated extends DomainError {
  constructor() {
    super('invalid', 'self-check-outdated', {
      fr: 'Ces questions ont changé depuis que la page a été ouverte, ou la réponse manque. Rechargez la page.',
      en: 'These questions have changed since the page was opened, or the answer is missing. Reload the page.',
    });
  }
}

export class SelfCheckRefused extends DomainError {
  constructor(because: Localised) {
    super('forbidden', 'self-check-refused', because);
  }
}
