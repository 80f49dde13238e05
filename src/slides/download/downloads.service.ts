import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { DemonstrationNotice } from '../../platform/http/demonstration-notice.js';
import type { Actor } from '../../platform/security/actor.js';
import { type ReadDeck, SlidesService } from '../show/slides.service.js';
import { deckMarkdown } from './deck-markdown.js';
import type { MadePdf } from './pdf/deck-pdfs.queries.js';
import { DeckPdfs } from './pdf/deck-pdfs.service.js';
import type { PdfToComeProps } from './pdf/pdf-to-come.view.js';
import { downloadTexts } from '../../decks/index.js';
import { transcriptDocument } from './transcript-document.js';

/** A deck in another form, for whoever may read the deck. */
export interface OtherForm {
  readonly body: string;
  /** For everybody: it may be kept and sent again. */
  readonly isOpen: boolean;
}

export type PdfForm =
  | ({ readonly kind: 'file'; readonly name: string; readonly isOpen: boolean; readonly open: () => Readable } & MadePdf)
  | ({ readonly kind: 'to come' } & PdfToComeProps);

@Injectable()
export class DownloadsService {
  constructor(
    private readonly slides: SlidesService,
    private readonly pdfs: DeckPdfs,
    private readonly blobs: Blobs,
    private readonly demonstration: DemonstrationNotice,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws UnitNotFound as the deck itself does. */
  async transcript(actor: Actor | null, unitKey: string, lang: Lang): Promise<OtherForm> {
    const read = await this.slides.read(actor, unitKey, lang);
    return { body: transcriptDocument(lang, read, this.demonstration.isShown), isOpen: read.unit.open };
  }

  /** @throws UnitNotFound as the deck itself does. */
  async markdown(actor: Actor | null, unitKey: string, lang: Lang): Promise<OtherForm & { readonly name: string }> {
    const read = await this.slides.read(actor, unitKey, lang);
    return { body: deckMarkdown(read.deck, this.env.PUBLIC_URL), isOpen: read.unit.open, name: `${fileNameOf(read)}.md` };
  }

  /** The file where it is made, or when to expect it. @throws UnitNotFound as the deck itself does. */
  async pdf(actor: Actor | null, unitKey: string, lang: Lang): Promise<PdfForm> {
    const read = await this.slides.read(actor, unitKey, lang);
    const { unit, deck } = read;
    const decks = await this.pdfs.list();
    const { pdf, state } = decks.find((one) => one.unit.key === unitKey && one.lang === deck.lang) ?? NOT_YET;
    if (pdf) return { kind: 'file', ...pdf, isOpen: unit.open, name: `${fileNameOf(read)}.pdf`, open: () => this.blobs.open(pdf.sha256) };
    const waiting = decks.filter((one) => one.state === 'waiting').length;
    const comes = state === 'failed' || state === 'no-browser' ? state : { inSeconds: waiting * SECONDS_A_DECK };
    return { kind: 'to come', lang: deck.lang, unit: { key: unitKey, title: unit.title }, comes };
  }
}

const NOT_YET = { pdf: null, state: 'waiting' } as const;
/** What printing one takes on a small machine, generously. */
const SECONDS_A_DECK = 8;

/** In the words and the language of the deck: a folder of downloads holds more than this course. Its spaces are plain ones. */
const fileNameOf = ({ unit, deck }: ReadDeck): string =>
  downloadTexts[deck.lang].fileName(unit.number, unit.title[deck.lang]).replace(/\s/g, ' ');
