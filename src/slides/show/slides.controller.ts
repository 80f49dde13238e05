import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Controller, Get, Param } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { htmlDocument, inline, type Reply, sameForAll } from '../../platform/http/reply.js';
import { Access, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { UnitNotFound } from '../../curriculum/index.js';
import { etagOf, LangParam, UnitKey } from '../../decks/index.js';
import { DECK_HEADERS, deckReply } from './deck-reply.js';
import { SlidesService } from './slides.service.js';

const PICTURES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** Decks as anybody reads them. An open deck is the same for everybody; another goes to its readers alone. */
@Controller('slides')
@Access('anyone')
export class SlidesController {
  constructor(private readonly slides: SlidesService) {}

  @Get('images/:unit/:name')
  async picture(
    @CurrentActor() actor: Actor | null,
    @Param('unit', { schema: UnitKey }) unit: string,
    @Param('name') name: string,
  ): Promise<Reply> {
    const mediaType = PICTURES[extname(name).toLowerCase()];
    const { path, isOpen } = await this.slides.findPicture(actor, unit, name);
    if (!mediaType) throw new UnitNotFound();
    if (!isOpen) return inline({ mediaType, body: createReadStream(path) });
    const body = await readFile(path);
    return sameForAll({ mediaType, body, etag: etagOf(body) });
  }

  @Get(':lang/:unit')
  async deck(
    @CurrentActor() actor: Actor | null,
    @Param('lang', { schema: LangParam }) lang: Lang,
    @Param('unit', { schema: UnitKey }) unit: string,
  ): Promise<Reply> {
    const { html, isOpen } = await this.slides.show(actor, unit, lang);
    return isOpen ? deckReply(html) : htmlDocument(html, DECK_HEADERS);
  }
}
