import { Module } from '@nestjs/common';
import { CurriculumModule } from '../curriculum/index.js';
import { ComparisonController } from './compare/comparison.controller.js';
import { ComparisonService } from './compare/comparison.service.js';
import { DownloadsController } from './download/downloads.controller.js';
import { DownloadsService } from './download/downloads.service.js';
import { Chromium } from './download/pdf/chromium.js';
import { DeckPdfRounds } from './download/pdf/deck-pdf-rounds.js';
import { DeckPdfsQueries } from './download/pdf/deck-pdfs.queries.js';
import { DeckPdfs } from './download/pdf/deck-pdfs.service.js';
import { DeckPrinter } from './download/pdf/deck-printer.js';
import { DeckVersions } from './download/pdf/deck-versions.js';
import { SlidesController } from './show/slides.controller.js';
import { SlidesService } from './show/slides.service.js';

/** Decks shown to people: as slides, as a text, as files, and French beside English. It is not for the class in progress. */
@Module({
  imports: [CurriculumModule],
  controllers: [SlidesController, DownloadsController, ComparisonController],
  providers: [
    ComparisonService,
    DownloadsService,
    SlidesService,
    Chromium,
    DeckPdfRounds,
    DeckPdfs,
    DeckPdfsQueries,
    DeckPrinter,
    DeckVersions,
  ],
  exports: [DeckPdfRounds, DeckPdfs],
})
export class SlidesModule {}
