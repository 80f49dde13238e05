export type { AssignmentSpec, DeliverableSpec, Rubric, RubricCriterion, RubricLevel, StageSpec } from './assignment-file.js';
export { Assignment } from './assignment.entity.js';
export { AssignmentNotFound } from './assignments.errors.js';
export { AssignmentsModule } from './assignments.module.js';
export { type AskedAssignment, type AskedStage, AssignmentsService } from './assignments.service.js';
export { AssignmentLibrary } from './content.js';
export { closesAt, daysLate, lateDeduction, type LateRule } from './late.policy.js';
export type { AssignmentContent } from './read-assignment.js';
export { Stage } from './stage.entity.js';
