import type { CourseStage } from '../../assignments/index.js';
import type { AnnouncementLine } from '../../announcements/index.js';
import type { ClassMeeting, CourseProgress, CourseUnit } from '../../curriculum/index.js';
import type { Lang, Localised } from '../../kernel/localised.js';
import type { TeamMember } from '../../teams/index.js';
import type { NextDue } from '../student/due.js';
import type { StageQueue } from './home.queries.js';
import type { Month } from '../../exchange/index.js';
import type { UnitStep } from '../student/unit-steps.js';
import type { CourseWeek } from './week.js';

/** What every home of a course shows. */
export interface CourseHome {
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
  readonly now: Date;
  readonly week: CourseWeek | null;
  /** The first class that is still to come or going on, and is held. */
  readonly nextClass: ClassMeeting | null;
  /** The unit of the week, with its deck in the reader's language or the other. */
  readonly unit: CourseUnit | null;
  readonly deck: { readonly lang: Lang; readonly slides: number; readonly isOpen: boolean } | null;
  readonly units: readonly UnitOfHome[];
  readonly month: Month;
  /** The newest first. */
  readonly announcements: readonly AnnouncementLine[];
}

export interface UnitOfHome extends CourseUnit {
  /** The weeks of its classes. */
  readonly weeks: readonly number[];
}

export interface StudentHome extends CourseHome {
  readonly progress: CourseProgress;
  /** What the unit of the week asks for. */
  readonly steps: readonly UnitStep[];
  readonly due: NextDue | null;
  readonly team: { readonly name: string; readonly members: readonly TeamMember[] } | null;
  /** What has its deadline this week, and when it was handed in, if it was. */
  readonly dueThisWeek: readonly { readonly assignment: string; readonly stage: CourseStage; readonly handedInAt: Date | null }[];
  /** Posted marks, the newest first. */
  readonly returned: readonly ReturnedMark[];
}

export interface ReturnedMark {
  readonly submissionId: string;
  readonly title: Localised;
  /** Of the stage. */
  readonly number: number;
  readonly points: number;
  readonly outOf: number;
  readonly postedAt: Date;
}

export interface StaffHome extends CourseHome {
  /** Lecturers decide what opens and see every mark; assistants grade. */
  readonly isLecturer: boolean;
  /** Whether a section is theirs. */
  readonly hasSections: boolean;
  readonly queue: readonly (StageQueue & { readonly stage: CourseStage })[];
}
