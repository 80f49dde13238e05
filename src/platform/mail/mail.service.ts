import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { Database } from '../database/database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { Mail } from './mail.entity.js';
import { Outbox, SEND_MAIL } from './outbox.js';

export interface Message {
  /** Names what the message is about and for whom, so that it is written once: `receipt:<submission>:<person>`. */
  readonly cause: string;
  readonly recipient: string;
  readonly language: Lang;
  readonly subject: string;
  readonly body: string;
  /** Where the reader switches such messages off; none for what is always sent. */
  readonly unsubscribeUrl?: string;
}

@Injectable()
export class MailService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly outbox: Outbox,
  ) {}

  /** Writes messages in the running transaction; they leave after it commits. Without `SMTP_URL` they are kept, and shown under admin. */
  async write(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const column = (pick: (message: Message) => string | null): (string | null)[] => messages.map(pick);
    const written = await this.database.query<{ id: string }>(
      `INSERT INTO mail (cause, recipient, language, subject, body, unsubscribe_url, created_at, due_at)
       SELECT *, now(), CASE WHEN $7 THEN now() END
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       ON CONFLICT (cause) DO NOTHING RETURNING id`,
      [
        column((m) => m.cause),
        column((m) => m.recipient),
        column((m) => m.language),
        column((m) => oneLine(m.subject)),
        column((m) => m.body),
        column((m) => m.unsubscribeUrl ?? null),
        this.isSending,
      ],
    );
    if (!this.isSending) return;
    await this.jobs.add(
      SEND_MAIL,
      written.map(({ id }) => ({ payload: { mailId: id }, key: `mail:${id}` })),
    );
  }

  /** Whether messages leave, or are only kept. */
  get isSending(): boolean {
    return this.outbox.isOpen;
  }

  /** The messages, newest first, a page at a time counted from 1: what an administrator reads where nothing is sent. */
  async list(page = 1, size = 50): Promise<{ mails: Mail[]; total: number }> {
    const [mails, total] = await this.database
      .of(Mail)
      .findAndCount({ order: { createdAt: 'DESC', id: 'DESC' }, skip: (page - 1) * size, take: size });
    return { mails, total };
  }
}

/** A subject is one line: a team's name with a line break must not add a header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
