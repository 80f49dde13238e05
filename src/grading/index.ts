export type { AssessmentContent } from './assessing/assessment.shared.js';
export { type Assessment, AssessmentsService, type GradingOutcome } from './assessing/assessments.service.js';
export { AssessmentNotFound, GradingRefused, PostingRefused } from './grading.errors.js';
export { GradingModule } from './grading.module.js';
export { type PostedContent, markOf } from './posting/posted-mark.js';
export { PostingService } from './posting/posting.service.js';
export { QueueService, type StageOverview } from './queue/queue.service.js';
export { OWN_MARKS_COLUMN, type OwnMark, type OwnMarksRow, type Result, ResultsService } from './result/results.service.js';
