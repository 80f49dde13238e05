import { Controller, Get, Param } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { contentDisposition } from '../../platform/http/content-disposition.js';
import { comeBack, file, htmlDocument, page, type Reply, sameForAll } from '../../platform/http/reply.js';
import { Access, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { etagOf, LangParam, UnitKey } from '../../decks/index.js';
import { DownloadsService } from './downloads.service.js';
import { PdfToComePage } from './pdf/pdf-to-come.view.js';

const HTML = 'text/html; charset=utf-8';
const MARKDOWN = 'text/markdown; charset=utf-8';

/** A deck in forms other than slides, for whoever may read the slides. */
@Controller('slides')
@Access('anyone')
export class DownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  @Get(':lang/:unit/transcript')
  async transcript(
    @CurrentActor() actor: Actor | null,
    @Param('lang', { schema: LangParam }) lang: Lang,
    @Param('unit', { schema: UnitKey }) unit: string,
  ): Promise<Reply> {
    const { body, isOpen } = await this.downloads.transcript(actor, unit, lang);
    return isOpen ? sameForAll({ mediaType: HTML, body, etag: etagOf(body) }) : htmlDocument(body, {});
  }

  @Get(':lang/:unit.md')
  async markdown(
    @CurrentActor() actor: Actor | null,
    @Param('lang', { schema: LangParam }) lang: Lang,
    @Param('unit', { schema: UnitKey }) unit: string,
  ): Promise<Reply> {
    const { body, isOpen, name } = await this.downloads.markdown(actor, unit, lang);
    if (!isOpen) return file({ name, mediaType: MARKDOWN, body });
    const headers = { 'content-disposition': contentDisposition(name) };
    return sameForAll({ mediaType: MARKDOWN, body, etag: etagOf(body), headers });
  }

  @Get(':lang/:unit.pdf')
  async pdf(
    @CurrentActor() actor: Actor | null,
    @Param('lang', { schema: LangParam }) lang: Lang,
    @Param('unit', { schema: UnitKey }) unit: string,
  ): Promise<Reply> {
    const found = await this.downloads.pdf(actor, unit, lang);
    if (found.kind === 'file') {
      const { name, size, sha256, isOpen } = found;
      return file({ name, size, mediaType: 'application/pdf', body: found.open(), ...(isOpen && { etag: `"${sha256.slice(0, 27)}"` }) });
    }
    const { comes } = found;
    return typeof comes === 'string' ? page(PdfToComePage, found, 404) : comeBack(PdfToComePage, found, comes.inSeconds);
  }
}
