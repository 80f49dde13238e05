import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { page, type Reply } from '../platform/http/reply.js';
import { MailService } from '../platform/mail/mail.service.js';
import { Access } from '../platform/security/access.js';
import { MailPage } from './mail.view.js';
import { Overview } from './overview.service.js';
import { OverviewPage } from './overview.view.js';

const MAILS_A_PAGE = 25;
/** Whatever else was typed there, the first page is a good answer. */
const PageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

@Controller('admin')
@Access('administrators')
export class AdminController {
  constructor(
    private readonly overview: Overview,
    private readonly mail: MailService,
  ) {}

  @Get()
  async show(): Promise<Reply> {
    return page(OverviewPage, await this.overview.read());
  }

  @Get('mail')
  async listMail(@Query('page') asked: unknown): Promise<Reply> {
    const number = PageNumber.parse(asked);
    const { mails, total } = await this.mail.list(number, MAILS_A_PAGE);
    return page(MailPage, { mails, number, pages: Math.max(1, Math.ceil(total / MAILS_A_PAGE)), total, isSending: this.mail.isSending });
  }
}
