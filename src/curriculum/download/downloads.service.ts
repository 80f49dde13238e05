import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { DemonstrationNotice } from '../../platform/http/demonstration-notice.js';
import type { Actor } from '../../platform/security/actor.js';
import { type ReadDeck, SlidesService } from '../show/slides.service.js';
import { deckMarkdown } from './deck-markdown.js';
import { downloadTexts } from './text.js';
import { transcriptDocument } from './transcript-document.js';

/** A deck in another form, for whoever may read the deck. */
export interface OtherForm {
  readonly body: string;
  /** For everybody: it may be kept and sent again. */
  readonly isOpen: boolean;
}

@Injectable()
export class DownloadsService {
  constructor(
    private readonly slides: SlidesService,
    private readonly demonstration: DemonstrationNotice,
  ) {}

  /** @throws UnitNotFound as the deck itself does. */
  async transcript(actor: Actor | null, unitKey: string, lang: Lang): Promise<OtherForm> {
    const read = await this.slides.read(actor, unitKey, lang);
    return { body: transcriptDocument(lang, read, this.demonstration.isShown), isOpen: read.unit.open };
  }

  /** @throws UnitNotFound as the deck itself does. */
  async markdown(actor: Actor | null, unitKey: string, lang: Lang): Promise<OtherForm & { readonly name: string }> {
    const read = await this.slides.read(actor, unitKey, lang);
    return { body: deckMarkdown(read.deck), isOpen: read.unit.open, name: `${fileNameOf(read)}.md` };
  }
}

/** In the words and the language of the deck: a folder of downloads holds more than this course. Its spaces are plain ones. */
const fileNameOf = ({ unit, deck }: ReadDeck): string =>
  downloadTexts[deck.lang].fileName(unit.number, unit.title[deck.lang]).replace(/\s/g, ' ');
