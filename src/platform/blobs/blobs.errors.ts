import { DomainError } from '../../kernel/domain-error.js';

export class FileTooLarge extends DomainError {
  constructor() {
    super('too-large', 'file-too-large', {
      fr: 'Le fichier dépasse 50 Mo. Réduisez-le, ou donnez un lien dans le texte.',
      en: 'The file is over 50 MB. Make it smaller, or give a link in the text.',
    });
  }
}

export class NoRoomLeft extends DomainError {
  constructor() {
    super('unavailable', 'no-room-left', {
      fr: 'Il n’y a plus de place pour les fichiers. Prévenez l’équipe ; votre texte est gardé.',
      en: 'There is no room left for files. Tell the team; your text is kept.',
    });
  }
}

export class StoreUnreachable extends DomainError {
  constructor(cause: unknown) {
    super('unavailable', 'store-unreachable', {
      fr: 'Les fichiers ne peuvent pas être enregistrés pour le moment. Réessayez dans quelques minutes ; votre texte est gardé.',
      en: 'Files cannot be stored at the moment. Try again in a few minutes; your text is kept.',
    });
    this.cause = cause;
  }
}
