export { ReceiptCard, SubmittedFiles, SubmittedText } from './submission-parts.view.js';
export { SubmissionNotFound } from './submissions.errors.js';
export { SubmissionsModule } from './submissions.module.js';
export { SubmissionsService } from './submissions.service.js';
export type { AttemptSummary, StageStanding, SubmittedFile, SubmittedWork } from './submitted-work.js';
export { DraftsService } from './work/drafts.service.js';
export { HandInService, type RecordedAttempt } from './work/hand-in.service.js';
export type { PostedWork, ReceivedFile, StageContext } from './work/stage-context.js';
export { WorkService } from './work/work.service.js';
