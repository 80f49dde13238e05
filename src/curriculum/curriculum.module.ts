import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ROOT } from '../platform/config/root.js';
import { SearchIndexModule } from '../platform/search-index/search-index.module.js';
import { CurriculumContent } from './content.js';
import { CurriculumService } from './curriculum.service.js';
import { FindableUnits } from './findable-units.js';
import { Meeting } from './meeting.entity.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { OpenUnits } from './open-units.js';
import { PlanQueries } from './plan.queries.js';
import { MarksQueries } from './progress/marks.queries.js';
import { ProgressController } from './progress/progress.controller.js';
import { ProgressService } from './progress/progress.service.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsQueries } from './results/results.queries.js';
import { UnitResultsService } from './results/results.service.js';
import { AttemptsQueries } from './study/self-check/attempts.queries.js';
import { CountedSelfChecks } from './study/self-check/counted-self-checks.js';
import { CountingService } from './study/self-check/counting.service.js';
import { SelfCheckController } from './study/self-check/self-check.controller.js';
import { SelfCheckService } from './study/self-check/self-check.service.js';
import { StudyContent } from './study/study-content.js';
import { StudyController } from './study/study.controller.js';
import { StudyService } from './study/study.service.js';
import { ReleaseQueries } from './release.queries.js';
import { UnitRelease } from './unit-release.entity.js';
import { ReleasesService } from './unit/releases.service.js';
import { UnitPages } from './unit/unit-pages.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitQueries } from './unit/unit.queries.js';
import { UnitsService } from './unit/units.service.js';

/**
 * What is taught: units and their release, readings, workshops, self-checks, and how far each person is. It reads decks
 * and counts their slides; it does not show them.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Meeting, UnitRelease]), SearchIndexModule],
  controllers: [UnitController, ReleasesController, StudyController, SelfCheckController, ProgressController, ResultsController],
  providers: [
    { provide: CurriculumContent, useFactory: () => new CurriculumContent(join(ROOT, 'slides')) },
    CurriculumService,
    FindableUnits,
    MeetingsService,
    PlanQueries,
    OpenUnits,
    ReleaseQueries,
    ReleasesService,
    UnitPages,
    UnitQueries,
    UnitsService,
    AttemptsQueries,
    CountedSelfChecks,
    CountingService,
    SelfCheckService,
    StudyContent,
    StudyService,
    MarksQueries,
    ProgressService,
    ResultsQueries,
    UnitResultsService,
  ],
  exports: [
    CurriculumService,
    MeetingsService,
    ReleaseQueries,
    ReleasesService,
    CurriculumContent,
    CountedSelfChecks,
    CountingService,
    SelfCheckService,
    ProgressService,
  ],
})
export class CurriculumModule {}
