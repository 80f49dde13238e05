import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ROOT } from '../platform/config/root.js';
import { AnnounceModule } from './announce/announce.module.js';
import { CurriculumContent } from './content.js';
import { CurriculumService } from './curriculum.service.js';
import { Meeting } from './meeting.entity.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { PlanQueries } from './plan.queries.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsQueries } from './results/results.queries.js';
import { UnitResultsService } from './results/results.service.js';
import { UnitRelease } from './unit-release.entity.js';
import { MarksQueries } from './progress/marks.queries.js';
import { ProgressController } from './progress/progress.controller.js';
import { ProgressService } from './progress/progress.service.js';
import { ReleasesService } from './unit/releases.service.js';
import { ComparisonController } from './compare/comparison.controller.js';
import { ComparisonService } from './compare/comparison.service.js';
import { DownloadsController } from './download/downloads.controller.js';
import { DownloadsService } from './download/downloads.service.js';
import { FindingModule } from './search/finding.module.js';
import { SearchController } from './search/search.controller.js';
import { SearchQueries } from './search/search.queries.js';
import { SearchService } from './search/search.service.js';
import { Chromium } from './download/pdf/chromium.js';
import { DeckPdfRounds } from './download/pdf/deck-pdf-rounds.js';
import { DeckPdfsQueries } from './download/pdf/deck-pdfs.queries.js';
import { DeckPdfs } from './download/pdf/deck-pdfs.service.js';
import { DeckPrinter } from './download/pdf/deck-printer.js';
import { DeckVersions } from './download/pdf/deck-versions.js';
import { PresentController } from './present/present.controller.js';
import { SlidesController } from './show/slides.controller.js';
import { SlidesService } from './show/slides.service.js';
import { AttemptsQueries } from './study/self-check/attempts.queries.js';
import { CountedSelfChecks } from './study/self-check/counted-self-checks.js';
import { CountingService } from './study/self-check/counting.service.js';
import { SelfCheckController } from './study/self-check/self-check.controller.js';
import { SelfCheckService } from './study/self-check/self-check.service.js';
import { StudyContent } from './study/study-content.js';
import { StudyController } from './study/study.controller.js';
import { StudyService } from './study/study.service.js';
import { OpenUnits } from './unit/open-units.js';
import { UnitPages } from './unit/unit-pages.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitsService } from './unit/units.service.js';

/** What is taught: units and decks from `slides/`, and when each is released in a course. It is not for the class in progress. */
@Module({
  imports: [TypeOrmModule.forFeature([Meeting, UnitRelease]), AnnounceModule, FindingModule],
  controllers: [
    ...[UnitController, ReleasesController, StudyController, SelfCheckController, ProgressController, ResultsController],
    ...[SlidesController, DownloadsController, ComparisonController, PresentController, SearchController],
  ],
  providers: [
    { provide: CurriculumContent, useFactory: () => new CurriculumContent(join(ROOT, 'slides')) },
    ...[CurriculumService, MeetingsService, PlanQueries, OpenUnits, ReleasesService, UnitPages, UnitsService],
    ...[AttemptsQueries, CountedSelfChecks, CountingService, SelfCheckService, StudyContent, StudyService],
    ...[ComparisonService, DownloadsService, SlidesService],
    ...[Chromium, DeckPdfRounds, DeckPdfs, DeckPdfsQueries, DeckPrinter, DeckVersions],
    ...[MarksQueries, ProgressService, ResultsQueries, UnitResultsService],
    ...[SearchQueries, SearchService],
  ],
  exports: [
    ...[CurriculumService, MeetingsService, ReleasesService, CurriculumContent],
    ...[CountedSelfChecks, CountingService, SelfCheckService],
    ...[DeckPdfRounds, DeckPdfs, AnnounceModule, FindingModule],
    ProgressService,
  ],
})
export class CurriculumModule {}
