import { DomainError } from '../../kernel/domain-error.js';
import { copyTexts } from './text.js';

export class NothingToCopy extends DomainError {
  constructor() {
    super('conflict', 'nothing-to-copy', copyTexts.inBoth.messages.nothingToCopy);
  }
}
