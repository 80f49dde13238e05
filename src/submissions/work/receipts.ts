import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { MailService } from '../../platform/mail/mail.service.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { Correspondent } from '../../teams/index.js';
import { submissionAt } from '../addresses.js';
import { receiptMails, type ReceiptFacts } from './receipt-mail.js';

/** Puts on record that work was handed in, and tells every member: with the attempt, or not at all. */
@Injectable()
export class Receipts {
  constructor(
    private readonly audit: AuditLog,
    private readonly mail: MailService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async issue(
    { id, course }: CourseActor,
    members: readonly Correspondent[],
    facts: Omit<ReceiptFacts, 'address' | 'zone'>,
  ): Promise<void> {
    const { submissionId, receipt, attempt, files, daysLate } = facts;
    const detail = { receipt, attempt, daysLate, files: files.map(({ sha256 }) => sha256) };
    await this.audit.note({ courseId: course.id, actorId: id, action: 'work-handed-in', object: `submission:${submissionId}`, detail });
    const address = this.env.PUBLIC_URL + submissionAt(course.slug, submissionId);
    await this.mail.write(receiptMails({ ...facts, address, zone: course.timeZone }, members));
  }
}
