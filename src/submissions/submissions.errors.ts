import { DomainError } from '../kernel/domain-error.js';
import { inBoth } from './text.js';

export class SubmissionNotFound extends DomainError {
  constructor() {
    super(
      'not-found',
      'submission-not-found',
      inBoth((t) => t.refusals.notFound),
    );
  }
}

export class FileNotFound extends DomainError {
  constructor() {
    super(
      'not-found',
      'file-not-found',
      inBoth((t) => t.refusals.fileNotFound),
    );
  }
}

/** A form with fields that its stage does not ask for: its page is older than the assignment's file, or was never ours. */
export class FormOutdated extends DomainError {
  constructor() {
    super(
      'invalid',
      'form-outdated',
      inBoth((t) => t.refusals.outdated),
    );
  }
}
