import { Injectable } from '@nestjs/common';
import type { CourseActor } from '../../platform/security/actor.js';
import { CurriculumContent } from '../content.js';
import { StudyRefused, UnitNotFound } from '../curriculum.errors.js';
import { PlanQueries } from '../plan.queries.js';
import { mayOpenUnit } from '../release.policy.js';
import type { Unit } from '../unit-file.js';
import { mayKeepProgress, mayMark, slideToResume } from './completion.policy.js';
import { courseProgress, type CourseProgress, type Bookmark, type StudiedUnit } from './course-progress.js';
import { MarksQueries, type ToldBookmark } from './marks.queries.js';
import { studiedUnit } from './studied.js';
import type { StudyItem, StudyMark } from './study-items.js';

/** Where students are in what is taught: what they opened, did, and where they stopped. Nobody else’s progress is kept. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly plans: PlanQueries,
    private readonly marks: MarksQueries,
  ) {}

  /** The actor’s own progress in their course by their marks; null for those who teach it. */
  ofMarks(actor: CourseActor, marks: readonly StudyMark[]): CourseProgress | null {
    return actor.role === 'student' ? courseProgress(this.studied(), marks) : null;
  }

  /** For a student of the course, as its pages have made sure. */
  async ofStudent(actor: CourseActor): Promise<CourseProgress> {
    return courseProgress(this.studied(), await this.marks.listOwn(actor));
  }

  /** @throws UnitNotFound, StudyRefused */
  async bookmarkIn(actor: CourseActor, key: string): Promise<Bookmark | null> {
    const { slides } = studiedUnit(this.content, await this.requireUnit(actor, key));
    const mark = await this.marks.findPlace(actor, key);
    const slide = slideToResume(mark, slides);
    return slide ? { unit: key, slide, language: mark?.language ?? 'fr' } : null;
  }

  /** @throws UnitNotFound, StudyRefused */
  async keepBookmark(actor: CourseActor, key: string, bookmark: ToldBookmark): Promise<void> {
    await this.requireUnit(actor, key);
    await this.marks.keepBookmark(actor, key, bookmark);
  }

  /** @throws UnitNotFound, StudyRefused */
  async open(actor: CourseActor, key: string, item: string): Promise<void> {
    await this.requireItem(actor, key, item);
    await this.marks.open(actor, key, item);
  }

  /** @throws UnitNotFound, StudyRefused */
  async markDone(actor: CourseActor, key: string, item: string): Promise<void> {
    await this.requireMarkable(actor, key, item);
    await this.marks.markDone(actor, key, item);
  }

  /** @throws UnitNotFound, StudyRefused */
  async unmark(actor: CourseActor, key: string, item: string): Promise<void> {
    await this.requireMarkable(actor, key, item);
    await this.marks.unmark(actor, key, item);
  }

  private studied(): StudiedUnit[] {
    return this.content.units().map((unit) => studiedUnit(this.content, unit));
  }

  /** The unit itself, where it is open to this student. */
  private async requireUnit(actor: CourseActor, key: string): Promise<Unit> {
    const may = mayKeepProgress(actor);
    if (!may.allowed) throw new StudyRefused(may.because);
    const unit = this.content.unit(key);
    const plan = await this.plans.read(actor);
    if (!unit || !mayOpenUnit(actor, plan.releaseOf(key), plan.now).allowed) throw new UnitNotFound();
    return unit;
  }

  private async requireItem(actor: CourseActor, key: string, item: string): Promise<StudyItem> {
    const found = studiedUnit(this.content, await this.requireUnit(actor, key)).items.find((one) => one.key === item);
    if (!found) throw new UnitNotFound();
    return found;
  }

  private async requireMarkable(actor: CourseActor, key: string, item: string): Promise<void> {
    const may = mayMark((await this.requireItem(actor, key, item)).kind);
    if (!may.allowed) throw new StudyRefused(may.because);
  }
}
