import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Mail } from './mail.entity.js';
import { MailService } from './mail.service.js';
import { Outbox } from './outbox.js';

/** Writes messages down, then sends them. What they say belongs to the room that writes them. */
@Global()
@Module({ imports: [TypeOrmModule.forFeature([Mail])], providers: [MailService, Outbox], exports: [MailService] })
export class MailModule {}
