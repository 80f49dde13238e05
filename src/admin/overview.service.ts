import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { AssignmentLibrary } from '../assignments/index.js';
import { CurriculumContent } from '../curriculum/index.js';
import type { ContentProblem } from '../kernel/content-problem.js';
import { ENV } from '../platform/config/config.module.js';
import type { Env } from '../platform/config/env.js';
import { Database } from '../platform/database/database.js';
import type { InstallationFacts } from './installation.js';
import { version } from '../platform/config/version.js';

/** What an administrator wants to know at a glance: what runs, how much there is, what is wrong with the content. */
@Injectable()
export class Overview {
  constructor(
    private readonly database: Database,
    private readonly curriculum: CurriculumContent,
    private readonly assignments: AssignmentLibrary,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async read(): Promise<{ facts: InstallationFacts; problems: readonly ContentProblem[] }> {
    const [row] = await this.database.query<Row>(FACTS);
    const { bavail, bsize } = await statfs(this.env.DATA_DIR);
    const facts = {
      ...row!,
      version,
      node: process.versions.node,
      address: this.env.PUBLIC_URL,
      folder: this.env.DATA_DIR,
      freeBytes: bavail * bsize,
    };
    return { facts, problems: [...this.curriculum.problems(), ...this.assignments.problems()] };
  }
}

type Row = Omit<InstallationFacts, 'version' | 'node' | 'address' | 'folder' | 'freeBytes'>;

/** Counts come back as numbers: none will pass 2^31 here. */
const FACTS = `
  SELECT current_setting('server_version') AS postgres,
         pg_database_size(current_database())::float8 AS "databaseBytes",
         (SELECT name FROM migrations ORDER BY id DESC LIMIT 1) AS migration,
         (SELECT count(*)::int FROM course WHERE archived_at IS NULL) AS courses,
         (SELECT count(*)::int FROM person WHERE suspended_at IS NULL) AS people,
         (SELECT count(*)::int FROM team) AS teams,
         (SELECT count(*)::int FROM submission) AS submissions,
         (SELECT count(*)::int FROM assessment) AS assessments,
         (SELECT count(*)::int FROM blob) AS files,
         (SELECT coalesce(sum(size), 0)::float8 FROM blob) AS "fileBytes",
         (SELECT count(*)::int FROM mail) AS mails,
         (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs,
         (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS "failedJobs"`;
