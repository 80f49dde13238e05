import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { DECK, SELF_CHECK, type StudyMark } from './study-items.js';

/** A bookmark, as a browser tells it. */
export interface ToldBookmark {
  readonly slide: number;
  readonly language: Lang;
  readonly isEnd: boolean;
  /** How long ago the slide was on the screen: what was told late does not overrule what another device told since. */
  readonly agoMs: number;
}

/** What the person `$2` did in the course `$1`; of a self-check, that it was answered. */
const OWN_MARKS = `
  SELECT unit_key AS unit, item, finished_at AS "finishedAt", done_by_hand_at AS "doneByHandAt", slide, language, seen_at AS "seenAt"
  FROM study_mark WHERE course_id = $1 AND person_id = $2 AND item <> '${SELF_CHECK}'
  UNION ALL
  SELECT unit_key, '${SELF_CHECK}', min(answered_at), NULL, NULL, NULL, max(answered_at)
  FROM self_check_attempt WHERE course_id = $1 AND person_id = $2 GROUP BY unit_key`;

/** The same as a column, for statements that ask for it on their way. */
export const MARKS_COLUMN = `(SELECT json_agg(own) FROM (${OWN_MARKS}) own) AS marks`;
export interface MarksRow {
  marks: readonly MarkJson[] | null;
}
export const marksFrom = ({ marks }: MarksRow): StudyMark[] => (marks ?? []).map(markFrom);

/** What each student did with each item of a unit. Every statement names the course and the person. */
@Injectable()
export class MarksQueries {
  constructor(private readonly database: Database) {}

  /** All that somebody did in their course, answered self-checks included, in one statement. */
  listOwn(actor: CourseActor): Promise<StudyMark[]> {
    return this.database.query<StudyMark>(OWN_MARKS, [actor.course.id, actor.id]);
  }

  async findPlace(actor: CourseActor, unit: string): Promise<Pick<StudyMark, 'slide' | 'language' | 'doneByHandAt'> | null> {
    const [row] = await this.database.query<Pick<StudyMark, 'slide' | 'language' | 'doneByHandAt'>>(
      `SELECT slide, language, done_by_hand_at AS "doneByHandAt" FROM study_mark
       WHERE course_id = $1 AND person_id = $2 AND unit_key = $3 AND item = '${DECK}'`,
      [actor.course.id, actor.id, unit],
    );
    return row ?? null;
  }

  /** The later of two devices wins; an end that was reached stays reached. */
  async keepBookmark(actor: CourseActor, unit: string, { slide, language, isEnd, agoMs }: ToldBookmark): Promise<void> {
    await this.database.change(
      `INSERT INTO study_mark (course_id, person_id, unit_key, item, slide, language, finished_at, opened_at, seen_at)
       VALUES ($1, $2, $3, '${DECK}', $4, $5, CASE WHEN $6 THEN now() END, now(), now() - make_interval(secs => $7::float8 / 1000))
       ON CONFLICT (course_id, person_id, unit_key, item) DO UPDATE SET
         slide = CASE WHEN study_mark.slide IS NULL OR study_mark.seen_at <= excluded.seen_at THEN excluded.slide ELSE study_mark.slide END,
         language = CASE WHEN study_mark.slide IS NULL OR study_mark.seen_at <= excluded.seen_at THEN excluded.language ELSE study_mark.language END,
         seen_at = greatest(study_mark.seen_at, excluded.seen_at),
         finished_at = coalesce(study_mark.finished_at, excluded.finished_at)`,
      [actor.course.id, actor.id, unit, slide, language, isEnd, agoMs],
    );
  }

  /** Opening again changes nothing but when it was last seen. */
  async open(actor: CourseActor, unit: string, item: string): Promise<void> {
    await this.database.change(
      `INSERT INTO study_mark (course_id, person_id, unit_key, item, opened_at, seen_at) VALUES ($1, $2, $3, $4, now(), now())
       ON CONFLICT (course_id, person_id, unit_key, item) DO UPDATE SET seen_at = now()`,
      [actor.course.id, actor.id, unit, item],
    );
  }

  /** Said twice, it is done since the first time. The bookmark stays where it was. */
  async markDone(actor: CourseActor, unit: string, item: string): Promise<void> {
    await this.database.change(
      `INSERT INTO study_mark (course_id, person_id, unit_key, item, done_by_hand_at, opened_at, seen_at)
       VALUES ($1, $2, $3, $4, now(), now(), now())
       ON CONFLICT (course_id, person_id, unit_key, item) DO UPDATE SET done_by_hand_at = coalesce(study_mark.done_by_hand_at, now())`,
      [actor.course.id, actor.id, unit, item],
    );
  }

  /** A mark that was nothing but the click is gone with it: a slip does not tell anybody that something was opened. */
  async unmark(actor: CourseActor, unit: string, item: string): Promise<void> {
    const mark = [actor.course.id, actor.id, unit, item];
    const where = 'course_id = $1 AND person_id = $2 AND unit_key = $3 AND item = $4 AND done_by_hand_at IS NOT NULL';
    const gone = await this.database.change(
      `DELETE FROM study_mark WHERE ${where} AND opened_at = done_by_hand_at AND seen_at = opened_at AND finished_at IS NULL AND slide IS NULL`,
      mark,
    );
    if (gone === 0) await this.database.change(`UPDATE study_mark SET done_by_hand_at = NULL WHERE ${where}`, mark);
  }
}

/** JSON knows no instants. */
type MarkJson = Omit<StudyMark, 'finishedAt' | 'doneByHandAt' | 'seenAt'> & { readonly seenAt: string } & Record<
    'finishedAt' | 'doneByHandAt',
    string | null
  >;

const markFrom = ({ finishedAt, doneByHandAt, seenAt, ...mark }: MarkJson): StudyMark => ({
  ...mark,
  seenAt: new Date(seenAt),
  finishedAt: finishedAt ? new Date(finishedAt) : null,
  doneByHandAt: doneByHandAt ? new Date(doneByHandAt) : null,
});
