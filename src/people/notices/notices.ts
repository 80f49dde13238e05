import { Inject, Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { Database } from '../../platform/database/database.js';
import { MailService, type Message } from '../../platform/mail/mail.service.js';
import { isSigned, signaturesOf } from '../../platform/security/signature.js';
import { noticeTexts } from './text.js';

/** What a person is told by mail unless they switch it off. Receipts are no notices: they prove something, and are always sent. */
export const NOTICE_KINDS = ['announcements', 'reminders', 'marks'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type NoticePreferences = Readonly<Record<NoticeKind, boolean>>;

/** A message to somebody who may have switched its kind off. */
export interface Notice extends Omit<Message, 'unsubscribeUrl'> {
  readonly personId: string;
}

/** Somebody’s switch of one kind of notice, as the link in their mail names it. */
export interface NoticeSwitch {
  readonly kind: string;
  readonly person: string;
  readonly signature: string;
}

@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly mail: MailService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Writes the notices of those who want them, in the running transaction. */
  async write(kind: NoticeKind, notices: readonly Notice[]): Promise<void> {
    const refusing = await this.refusing(
      kind,
      notices.map(({ personId }) => personId),
    );
    await this.mail.write(notices.filter(({ personId }) => !refusing.has(personId)).map((notice) => this.messageOf(kind, notice)));
  }

  /** A kind that nobody decided about is on. */
  async preferencesOf(personId: string): Promise<NoticePreferences> {
    const rows = await this.database.query<{ kind: NoticeKind; is_on: boolean }>(
      'SELECT kind, is_on FROM notice_preference WHERE person_id = $1',
      [personId],
    );
    const isOn = (kind: NoticeKind): boolean => rows.find((row) => row.kind === kind)?.is_on ?? true;
    return { announcements: isOn('announcements'), reminders: isOn('reminders'), marks: isOn('marks') };
  }

  async choose(personId: string, wanted: Partial<NoticePreferences>): Promise<void> {
    const kinds = Object.keys(wanted) as NoticeKind[];
    await this.database.query(
      `INSERT INTO notice_preference (person_id, kind, is_on, changed_at) SELECT $1, *, now() FROM unnest($2::text[], $3::boolean[])
       ON CONFLICT (person_id, kind) DO UPDATE SET is_on = excluded.is_on, changed_at = now()`,
      [personId, kinds, kinds.map((kind) => wanted[kind])],
    );
  }

  /** Which kind a link switches off and for whom; null where we never wrote that link. */
  readSwitch({ kind, person, signature }: NoticeSwitch): { readonly kind: NoticeKind; readonly personId: string } | null {
    const known = NOTICE_KINDS.find((one) => one === kind);
    if (!known) return null;
    return isSigned(this.env, textOf(known, person), signature) ? { kind: known, personId: person } : null;
  }

  private async refusing(kind: NoticeKind, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ person_id: string }>(
      'SELECT person_id FROM notice_preference WHERE kind = $1 AND NOT is_on AND person_id = ANY ($2::uuid[])',
      [kind, personIds],
    );
    return new Set(rows.map(({ person_id }) => person_id));
  }

  private messageOf(kind: NoticeKind, { personId, ...message }: Notice): Message {
    const unsubscribeUrl = `${this.env.PUBLIC_URL}/unsubscribe/${kind}/${personId}/${signaturesOf(this.env, textOf(kind, personId))[0]}`;
    return { ...message, unsubscribeUrl, body: `${message.body}\n\n${footerOf(kind, message.language)}\n${unsubscribeUrl}` };
  }
}

const textOf = (kind: NoticeKind, personId: string): string => `unsubscribe:${kind}:${personId}`;

const footerOf = (kind: NoticeKind, lang: Lang): string => noticeTexts[lang].footer[kind];
