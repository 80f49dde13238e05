import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface AuditEntry {
  readonly courseId: string | null;
  readonly actorId: string | null;
  /** What happened, as a verb in the past with its object: `mark-posted`, `unit-released`. */
  readonly action: string;
  /** What it happened to: a kind and an id, `stage:…`. */
  readonly object: string;
  readonly detail?: object;
}

/** Adds a line, also in a statement that does what it tells of; takes the SQL of course, actor, action, object and detail, and where from. */
export const auditLine = (values: string, from = ''): string =>
  `INSERT INTO audit_line (course_id, actor_id, action, object, detail, at) SELECT ${values}, clock_timestamp() ${from}`;

@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Adds a line in the running transaction, so that the line and what it tells of stand or fall together. */
  async note(entry: AuditEntry): Promise<void> {
    await this.database.query(auditLine('$1::uuid, $2::uuid, $3::text, $4::text, $5::jsonb'), [
      entry.courseId,
      entry.actorId,
      entry.action,
      entry.object,
      JSON.stringify(entry.detail ?? {}),
    ]);
  }
}
