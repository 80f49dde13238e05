import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Lang } from '../../kernel/localised.js';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';
import { Database } from '../database/database.js';
import { defineJob } from '../jobs/job.js';
import { JobQueue } from '../jobs/job-queue.js';
import { JobRunner } from '../jobs/job-runner.js';

/** In milliseconds: together less than the first claim lasts, so that no two processes talk of one message at a time. */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000, dnsTimeout: 30_000 };
/** A server that is down for a long week-end loses nothing; after that the news is old. */
const GIVEN_UP_AFTER = '5 days';
/** More than a class; the next round takes the rest. */
const MOST_A_ROUND = 500;

/** Sends one message. */
export const SEND_MAIL = defineJob<{ readonly mailId: string }>('send-mail');
/** Looks through the outbox for what is due: what could not be sent before, and what a process left lying. */
export const SEND_DUE_MAIL = defineJob('send-due-mail');

interface ClaimedMail {
  readonly id: string;
  readonly recipient: string;
  readonly language: Lang;
  readonly subject: string;
  readonly body: string;
  readonly unsubscribe_url: string | null;
}

/**
 * Sends what was written, until it has left: after 10, 20 and 40 minutes, then every hour for five days.
 *
 * To claim a message is to put off when it is due next. Whoever claimed it and was killed leaves a message that falls due again by
 * itself. One killed between the server’s “accepted” and our own COMMIT sends it a second time: no protocol closes that gap. The
 * second one has the same Message-ID, by which most mailboxes know it for the same message.
 */
@Injectable()
export class Outbox {
  private readonly log = new Logger('Mail');
  private readonly transport: Transporter | null;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
    @Inject(ENV) private readonly env: Env,
    runner: JobRunner,
  ) {
    this.transport = env.SMTP_URL ? createTransport({ url: env.SMTP_URL, ...PATIENCE }) : null;
    runner.register(SEND_MAIL, ({ mailId }) => this.send(mailId));
    runner.repeat(SEND_DUE_MAIL, '* * * * *', () => this.sendDue());
  }

  get isOpen(): boolean {
    return this.transport !== null;
  }

  private async sendDue(): Promise<void> {
    if (!this.transport) return;
    const due = await this.database.query<{ id: string }>('SELECT id FROM mail WHERE due_at <= now() ORDER BY due_at LIMIT $1', [
      MOST_A_ROUND,
    ]);
    await this.jobs.add(
      SEND_MAIL,
      due.map(({ id }) => ({ payload: { mailId: id }, key: `mail:${id}` })),
    );
  }

  /** Safe to run twice: a message that has left, or that somebody is sending now, is not due. */
  private async send(mailId: string): Promise<void> {
    if (!this.transport) return;
    const mail = await this.claim(mailId);
    if (!mail) return;
    try {
      await this.transport.sendMail({
        from: `Attrait <no-reply@${new URL(this.env.PUBLIC_URL).hostname}>`,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mail.id}@attrait>`,
        headers: headersOf(mail),
      });
    } catch (error) {
      await this.putOff(mail.id, String(error));
      return;
    }
    await this.database.query('UPDATE mail SET sent_at = now(), due_at = NULL, last_error = NULL WHERE id = $1', [mail.id]);
  }

  private async claim(mailId: string): Promise<ClaimedMail | null> {
    const [mail] = await this.database.query<ClaimedMail>(
      `UPDATE mail SET attempts = attempts + 1, due_at = now() + least(10 * 2 ^ least(attempts, 10), 60) * interval '1 minute'
       WHERE id = $1 AND sent_at IS NULL AND due_at <= now()
       RETURNING id, recipient, language, subject, body, unsubscribe_url`,
      [mailId],
    );
    return mail ?? null;
  }

  private async putOff(mailId: string, error: string): Promise<void> {
    this.log.warn(`A message could not be sent, and will be tried again: ${error}`);
    await this.database.query(
      `UPDATE mail SET last_error = $2, due_at = CASE WHEN created_at > now() - $3::interval THEN due_at END WHERE id = $1`,
      [mailId, error, GIVEN_UP_AFTER],
    );
  }
}

const headersOf = ({ language, unsubscribe_url: url }: ClaimedMail): Record<string, string> => ({
  'Content-Language': language,
  'Auto-Submitted': 'auto-generated',
  ...(url && { 'List-Unsubscribe': `<${url}>` }),
});
