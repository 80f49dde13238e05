import { type DynamicModule, Module } from '@nestjs/common';
import { AdminModule } from './admin/index.js';
import { AnnouncementsModule } from './announcements/index.js';
import { AuthModule } from './auth/index.js';
import { ClassroomModule } from './classroom/index.js';
import { CourseSettingsModule } from './course-settings/index.js';
import { CurriculumModule } from './curriculum/index.js';
import { ExchangeModule } from './exchange/index.js';
import { GradebookModule } from './gradebook/index.js';
import { GradingModule } from './grading/index.js';
import { HomeModule } from './home/index.js';
import { PeopleModule } from './people/index.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { BlobsModule } from './platform/blobs/blobs.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Env } from './platform/config/env.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { FrontCache } from './platform/http/front-cache.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LiveModule } from './platform/live/live.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { SearchModule } from './search/index.js';
import { SlidesModule } from './slides/index.js';
import { SubmissionsModule } from './submissions/index.js';
import { TeamsModule } from './teams/index.js';
import { WorkspaceModule } from './workspace/index.js';

const PLATFORM = [DatabaseModule, AuditModule, BlobsModule, JobsModule, LiveModule, MailModule];
/** Lowest first. */
const ROOMS = [
  PeopleModule,
  AuthModule,
  AnnouncementsModule,
  CurriculumModule,
  SlidesModule,
  ClassroomModule,
  TeamsModule,
  WorkspaceModule,
  SubmissionsModule,
  GradingModule,
  GradebookModule,
  ExchangeModule,
  SearchModule,
  HomeModule,
  CourseSettingsModule,
  AdminModule,
];

/** The whole application: the platform, then its rooms. Nothing of its own. */
@Module({})
export class AppModule {
  static of(env: Env, front: FrontCache): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.of(env), HttpModule.over(front), ...PLATFORM, ...ROOMS] };
  }
}
