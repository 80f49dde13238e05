import { Controller, Get, Post, Query } from '@nestjs/common';
import { DeckPdfs } from '../../slides/index.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access } from '../../platform/security/access.js';
import { DecksPage } from './decks.view.js';

@Controller('admin/decks')
@Access('administrators')
export class DecksController {
  constructor(private readonly pdfs: DeckPdfs) {}

  @Get()
  async list(@Query('done') done: unknown): Promise<Reply> {
    return page(DecksPage, { decks: await this.pdfs.list(), isAsked: done === 'rebuild' });
  }

  @Post()
  async rebuild(): Promise<Reply> {
    await this.pdfs.rebuildAll();
    return seeOther('/admin/decks?done=rebuild');
  }
}
