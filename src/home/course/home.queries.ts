import { Injectable } from '@nestjs/common';
import { NEWEST_COLUMN, type NewestRow } from '../../announcements/index.js';
import { STAGES_COLUMN, type StagesRow } from '../../assignments/index.js';
import {
  type CoursePlan,
  MARKS_COLUMN,
  marksFrom,
  type MarksRow,
  PLAN_COLUMNS,
  planFrom,
  type PlanRow,
  type StudyMark,
} from '../../curriculum/index.js';
import { OWN_MARKS_COLUMN, type OwnMarksRow } from '../../grading/index.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { OWN_TEAM_COLUMN, type OwnTeamRow } from '../../teams/index.js';

/** Where a student's team stands at one stage. */
export interface StageWork {
  readonly stageId: string;
  /** The keys of the deliverables that have words, and of those that have a file, in the team's draft. */
  readonly texts: readonly string[];
  readonly files: readonly string[];
  readonly savedAt: Date | null;
  /** The newest attempt. */
  readonly attempt: { readonly id: string; readonly number: number; readonly at: Date } | null;
}

/** What is to be graded at one stage, in the sections of whoever asks. */
export interface StageQueue {
  readonly stageId: string;
  readonly teams: number;
  readonly toGrade: number;
  readonly drafts: number;
  readonly finished: number;
  /** Since when students see the marks. */
  readonly postedAt: Date | null;
}

/** What every home of a course shows, as columns: what other rooms own is written there. */
const HOME_COLUMNS = `${PLAN_COLUMNS}, ${STAGES_COLUMN}, ${NEWEST_COLUMN}`;
type HomeRow = PlanRow & StagesRow & NewestRow;

const WORKS_COLUMN = `(SELECT json_agg(own) FROM (
  SELECT st.id AS "stageId", d.updated_at AS "savedAt",
         ARRAY(SELECT key FROM jsonb_each_text(d.texts) WHERE btrim(value) <> '') AS texts,
         ARRAY(SELECT DISTINCT deliverable FROM draft_file WHERE draft_id = d.id) AS files,
         (SELECT json_build_object('id', sub.id, 'number', sub.attempt, 'at', sub.handed_in_at) FROM submission sub
          WHERE sub.stage_id = st.id AND sub.team_id = tm.team_id ORDER BY sub.attempt DESC LIMIT 1) AS attempt
  FROM team_member tm
  JOIN stage st ON st.course_id = tm.course_id
  LEFT JOIN draft d ON d.stage_id = st.id AND d.team_id = tm.team_id
  WHERE tm.course_id = $1 AND tm.person_id = $2) own) AS works`;
interface WorksRow {
  works: readonly WorkJson[] | null;
}

/** The newest attempts of each team by set. Where an assessment was opened and not written in, the submission is still to grade. */
const QUEUES_COLUMN = `(SELECT json_agg(queue) FROM (
  SELECT st.id AS "stageId", po.posted_at AS "postedAt",
         (SELECT count(*)::int FROM team WHERE course_id = $1 AND section_id = ANY ($3::uuid[])) AS teams,
         coalesce(work.to_grade, 0) AS "toGrade", coalesce(work.drafts, 0) AS drafts, coalesce(work.finished, 0) AS finished
  FROM stage st
  LEFT JOIN posting po ON po.stage_id = st.id AND po.ended_at IS NULL
  LEFT JOIN (
    SELECT newest.stage_id,
           count(*) FILTER (WHERE a.id IS NULL OR (a.state = 'draft' AND NOT a.is_written))::int AS to_grade,
           count(*) FILTER (WHERE a.state = 'draft' AND a.is_written)::int AS drafts,
           count(*) FILTER (WHERE a.state = 'finished')::int AS finished
    FROM (
      SELECT DISTINCT ON (stage_id, team_id) id, stage_id FROM submission
      WHERE course_id = $1 AND section_id = ANY ($3::uuid[]) AND stage_id IN (SELECT id FROM stage WHERE course_id = $1)
      ORDER BY stage_id, team_id, attempt DESC
    ) newest
    LEFT JOIN assessment a ON a.submission_id = newest.id
    GROUP BY newest.stage_id
  ) work ON work.stage_id = st.id
  WHERE st.course_id = $1) queue) AS queues`;
interface QueuesRow {
  queues: readonly QueueJson[] | null;
}

/** What stands on the home of everybody in the course. */
export interface HomeFacts {
  readonly plan: CoursePlan;
  readonly stages: StagesRow;
  readonly newest: NewestRow;
}
export interface StudentFacts extends HomeFacts {
  readonly marks: readonly StudyMark[];
  readonly team: OwnTeamRow['team'];
  readonly works: readonly StageWork[];
  readonly returned: OwnMarksRow;
}
export interface StaffFacts extends HomeFacts {
  readonly queues: readonly StageQueue[];
}

/** A home asks for all it shows in one statement, whatever the size of the class. */
@Injectable()
export class HomeQueries {
  constructor(private readonly database: Database) {}

  async ofStudent(actor: CourseActor): Promise<StudentFacts> {
    const [row] = await this.database.query<HomeRow & MarksRow & OwnTeamRow & WorksRow & OwnMarksRow>(
      `SELECT ${HOME_COLUMNS}, ${MARKS_COLUMN}, ${OWN_TEAM_COLUMN}, ${WORKS_COLUMN}, ${OWN_MARKS_COLUMN}`,
      readerOf(actor),
    );
    return { ...factsFrom(row!, actor), marks: marksFrom(row!), team: row!.team, works: (row!.works ?? []).map(workFrom), returned: row! };
  }

  async ofStaff(actor: CourseActor): Promise<StaffFacts> {
    const [row] = await this.database.query<HomeRow & QueuesRow>(`SELECT ${HOME_COLUMNS}, ${QUEUES_COLUMN}`, readerOf(actor));
    return { ...factsFrom(row!, actor), queues: (row!.queues ?? []).map(queueFrom) };
  }
}

const readerOf = ({ course, id, sectionIds }: CourseActor): readonly unknown[] => [course.id, id, sectionIds];

const factsFrom = (row: HomeRow, { course }: CourseActor): HomeFacts => ({
  plan: planFrom(row, course.timeZone),
  stages: row,
  newest: row,
});

/** JSON knows no instants. */
interface WorkJson extends Pick<StageWork, 'stageId' | 'texts' | 'files'> {
  readonly savedAt: string | null;
  readonly attempt: { readonly id: string; readonly number: number; readonly at: string } | null;
}
type QueueJson = Omit<StageQueue, 'postedAt'> & { readonly postedAt: string | null };

const workFrom = ({ savedAt, attempt, ...work }: WorkJson): StageWork => ({
  ...work,
  savedAt: savedAt ? new Date(savedAt) : null,
  attempt: attempt && { ...attempt, at: new Date(attempt.at) },
});

const queueFrom = ({ postedAt, ...queue }: QueueJson): StageQueue => ({ ...queue, postedAt: postedAt ? new Date(postedAt) : null });
