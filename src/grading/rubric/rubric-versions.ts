import { Injectable } from '@nestjs/common';
import type { CourseAssignment, Rubric } from '../../assignments/index.js';
import { Database } from '../../platform/database/database.js';
import { rubricHash } from './rubric-hash.js';

/** A rubric as it stood when somebody began to grade with it. Its row never changes. */
export interface RubricVersion {
  readonly id: string;
  readonly number: number;
  readonly content: Rubric;
  readonly hash: string;
}

interface Row extends Omit<RubricVersion, 'hash'> {
  readonly content_hash: string;
}
const COLUMNS = 'id, number, content, content_hash';

@Injectable()
export class RubricVersions {
  /** Versions never change, so what was read once is true for as long as this process lives. */
  private readonly read = new Map<string, RubricVersion>();

  constructor(private readonly database: Database) {}

  /** The version that says what the assignment's file says now; written down at its first use. */
  async current({ id, courseId, content }: CourseAssignment): Promise<RubricVersion> {
    const hash = rubricHash(content.rubric);
    return (await this.find(id, hash)) ?? this.add(id, courseId, content.rubric);
  }

  async get(id: string): Promise<RubricVersion> {
    const version = this.read.get(id);
    if (version) return version;
    const [row] = await this.database.query<Row>(`SELECT ${COLUMNS} FROM rubric_version WHERE id = $1`, [id]);
    return this.keep(row!);
  }

  private async find(assignmentId: string, hash: string): Promise<RubricVersion | null> {
    const [row] = await this.database.query<Row>(`SELECT ${COLUMNS} FROM rubric_version WHERE assignment_id = $1 AND content_hash = $2`, [
      assignmentId,
      hash,
    ]);
    return row ? this.keep(row) : null;
  }

  /** The assignment's row is locked, so that two people who open the first submissions at once number one version, not two. */
  private add(assignmentId: string, courseId: string, rubric: Rubric): Promise<RubricVersion> {
    return this.database.transaction(async () => {
      await this.database.query('SELECT FROM assignment WHERE id = $1 FOR UPDATE', [assignmentId]);
      await this.database.query(
        `INSERT INTO rubric_version (course_id, assignment_id, number, content, content_hash)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4 FROM rubric_version WHERE assignment_id = $2
         ON CONFLICT (assignment_id, content_hash) DO NOTHING`,
        [courseId, assignmentId, JSON.stringify(rubric), rubricHash(rubric)],
      );
      return (await this.find(assignmentId, rubricHash(rubric)))!;
    });
  }

  private keep({ content_hash: hash, ...row }: Row): RubricVersion {
    const version = { ...row, hash };
    this.read.set(row.id, version);
    return version;
  }
}
