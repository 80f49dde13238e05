export { CurriculumContent } from './content.js';
export { type CourseUnit, courseUnit } from './course-unit.js';
export { CurriculumModule } from './curriculum.module.js';
export { CurriculumService, type FirstRelease, type NewMeeting } from './curriculum.service.js';
export { Meeting } from './meeting.entity.js';
export type { ClassMeeting, CoursePlan, Release } from './plan.queries.js';
export type { Syllabus } from './syllabus-file.js';
export type { Unit } from './unit-file.js';
export { type ReleaseState, UnitRelease } from './unit-release.entity.js';
