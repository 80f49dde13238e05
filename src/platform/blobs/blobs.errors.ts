import { DomainError } from '../../kernel/domain-error.js';
import { blobsTexts } from './text.js';

export class FileTooLarge extends DomainError {
  constructor() {
    super('too-large', 'file-too-large', blobsTexts.inBoth.messages.fileTooLarge);
  }
}

/** The content is not what the name says, or is of a kind that is not taken. */
export class WrongKind extends DomainError {
  constructor() {
    super('invalid', 'wrong-kind-of-file', blobsTexts.inBoth.messages.wrongKind);
  }
}

export class NoRoomLeft extends DomainError {
  constructor() {
    super('unavailable', 'no-room-left', blobsTexts.inBoth.messages.noRoomLeft);
  }
}

export class StoreUnreachable extends DomainError {
  constructor(cause: unknown) {
    super('unavailable', 'store-unreachable', blobsTexts.inBoth.messages.storeUnreachable);
    this.cause = cause;
  }
}
