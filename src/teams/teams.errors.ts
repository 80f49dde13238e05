import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';
import { teamTexts } from './text.js';

export class TeamNotFound extends DomainError {
  constructor() {
    super('not-found', 'team-not-found', teamTexts.inBoth.refusals.notFound);
  }
}

/** Joining, leaving or making a team is not possible now; the sentence says why. */
export class TeamRefused extends DomainError {
  constructor(because: Localised) {
    super('conflict', 'team-refused', because);
  }
}

export class TeamNameTaken extends DomainError {
  constructor() {
    super('invalid', 'team-name-taken', teamTexts.inBoth.create.taken);
  }
}
