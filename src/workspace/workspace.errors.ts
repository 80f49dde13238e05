import { DomainError } from '../kernel/domain-error.js';
import type { Localised } from '../kernel/localised.js';
import { workspaceTexts } from './text.js';

/** A worksheet, a section or a row that does not exist for whoever asks. */
export class WorksheetNotFound extends DomainError {
  constructor() {
    super('not-found', 'worksheet-not-found', workspaceTexts.inBoth.refusals.notFound);
  }
}

/** Nothing of it can be changed now; the sentence says why. */
export class WorksheetRefused extends DomainError {
  constructor(because: Localised) {
    super('conflict', 'worksheet-refused', because);
  }
}
