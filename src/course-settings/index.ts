export { type CopyWish, SLUG } from './copy/copy-form.js';
export { CourseCopier } from './copy/course-copier.js';
export { CourseSettingsModule } from './course-settings.module.js';
export { type StageDates, type Timetable, planMeetings, planStages } from './course/course-plan.js';
export { CourseFounder, type CourseWish, type NewCourse, SlugTaken } from './course/new-course.js';
export { termOf } from './course/term.js';
