import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, NoSuchPage } from '../../platform/security/access.js';
import { type NoticeKind, Notices, type NoticeSwitch } from './notices.js';
import { UnsubscribePage } from './unsubscribe.view.js';

/** Where the link at the foot of a notice leads, without signing in: mail readers open links by themselves, so a button does the work. */
@Controller('unsubscribe/:kind/:person/:signature')
@Access('anyone')
export class UnsubscribeController {
  constructor(private readonly notices: Notices) {}

  @Get()
  ask(@Param() asked: NoticeSwitch, @Query('done') done: unknown): Reply {
    const { kind } = this.read(asked);
    return page(UnsubscribePage, { kind, action: addressOf(asked), isDone: done === 'off' });
  }

  @Post()
  async switchOff(@Param() asked: NoticeSwitch): Promise<Reply> {
    const { kind, personId } = this.read(asked);
    await this.notices.choose(personId, { [kind]: false });
    return seeOther(`${addressOf(asked)}?done=off`);
  }

  private read(asked: NoticeSwitch): { readonly kind: NoticeKind; readonly personId: string } {
    const found = this.notices.readSwitch(asked);
    if (!found) throw new NoSuchPage();
    return found;
  }
}

const addressOf = ({ kind, person, signature }: NoticeSwitch): string => `/unsubscribe/${kind}/${person}/${signature}`;
