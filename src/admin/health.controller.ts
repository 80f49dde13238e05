import { Controller, Get } from '@nestjs/common';
import { json, type Reply } from '../platform/http/reply.js';
import { Access } from '../platform/security/access.js';
import { Health } from './health.service.js';

/** For whoever watches over the installation: a proxy, a container's keeper, an alarm. */
@Controller('health')
@Access('anyone')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process answers. It says nothing of what it needs. */
  @Get('live')
  live(): Reply {
    return json({ status: 'live' });
  }

  /** The process can do its work: send people here. */
  @Get('ready')
  async ready(): Promise<Reply> {
    return (await this.health.databaseWorks()) ? json({ status: 'ready' }) : json({ status: 'not-ready', reason: 'database' }, 503);
  }
}
