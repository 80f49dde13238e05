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

@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Adds a line in the running transaction, so that the line and what it tells of stand or fall together. */
  async note(entry: AuditEntry): Promise<void> {
    await this.database.query(
      'INSERT INTO audit_line (course_id, actor_id, action, object, detail, at) VALUES ($1, $2, $3, $4, $5, clock_timestamp())',
      [entry.courseId, entry.actorId, entry.action, entry.object, JSON.stringify(entry.detail ?? {})],
    );
  }
}
