import { DomainError } from '../kernel/domain-error.js';
import { submissionTexts } from './text.js';

export class SubmissionNotFound extends DomainError {
  constructor() {
    super('not-found', 'submission-not-found', submissionTexts.inBoth.refusals.notFound);
  }
}

export class FileNotFound extends DomainError {
  constructor() {
    super('not-found', 'file-not-found', submissionTexts.inBoth.refusals.fileNotFound);
  }
}

/** A form with fields that its stage does not ask for: its page is older than the assignment's file, or was never ours. */
export class FormOutdated extends DomainError {
  constructor() {
    super('invalid', 'form-outdated', submissionTexts.inBoth.refusals.outdated);
  }
}
