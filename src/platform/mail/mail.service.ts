import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Lang } from '../../kernel/localised.js';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';
import { Database } from '../database/database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Mail } from './mail.entity.js';

export interface Message {
  /** Names what the message is about and for whom, so that it is written once: `receipt:<submission>:<person>`. */
  readonly cause: string;
  readonly recipient: string;
  readonly language: Lang;
  readonly subject: string;
  readonly body: string;
}

@Injectable()
export class MailService {
  private readonly transport: Transporter | null;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
    @Inject(ENV) private readonly env: Env,
    runner: JobRunner,
  ) {
    this.transport = env.SMTP_URL ? createTransport(env.SMTP_URL) : null;
    runner.register('send-mail', ({ mailId }) => this.send(mailId));
  }

  /** Writes messages in the running transaction; they leave after it commits. Without `SMTP_URL` they are kept, and shown under admin. */
  async write(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const column = (pick: (message: Message) => string): string[] => messages.map(pick);
    const written = await this.database.query<{ id: string }>(
      `INSERT INTO mail (cause, recipient, language, subject, body, created_at)
       SELECT *, now() FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
       ON CONFLICT (cause) DO NOTHING RETURNING id`,
      [
        column((m) => m.cause),
        column((m) => m.recipient),
        column((m) => m.language),
        column((m) => oneLine(m.subject)),
        column((m) => m.body),
      ],
    );
    if (!this.transport) return;
    await this.jobs.add(
      'send-mail',
      written.map(({ id }) => ({ payload: { mailId: id }, key: `mail:${id}` })),
    );
  }

  /** Whether messages leave, or are only kept. */
  get isSending(): boolean {
    return this.transport !== null;
  }

  /** The messages, newest first, a page at a time counted from 1: what an administrator reads where nothing is sent. */
  async list(page = 1, size = 50): Promise<{ mails: Mail[]; total: number }> {
    const [mails, total] = await this.database
      .of(Mail)
      .findAndCount({ order: { createdAt: 'DESC', id: 'DESC' }, skip: (page - 1) * size, take: size });
    return { mails, total };
  }

  /** Safe to run twice: a message that has left is not sent again. */
  private async send(mailId: string): Promise<void> {
    const mail = await this.database.of(Mail).findOneBy({ id: mailId });
    if (!mail || mail.sentAt || !this.transport) return;
    try {
      await this.transport.sendMail({
        from: `Attrait <no-reply@${new URL(this.env.PUBLIC_URL).hostname}>`,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mail.id}@attrait>`,
        headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      await this.database.of(Mail).update(mailId, { lastError: String(error) });
      throw error;
    }
    await this.database.query('UPDATE mail SET sent_at = now(), last_error = NULL WHERE id = $1', [mailId]);
  }
}

/** A subject is one line: a team's name with a line break must not add a header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
