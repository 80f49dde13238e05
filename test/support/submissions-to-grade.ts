import { randomBytes, randomUUID } from 'node:crypto';
import { AssessmentsService } from '../../src/grading/index.js';
import type { CourseStage } from '../../src/assignments/index.js';
import type { AssessmentContent } from '../../src/grading/assessing/assessment.shared.js';
import type { TestApp } from './test-app.js';
import { type CoursePerson, DAY_MS, type SomeTeam, type World } from './world.js';

/** What an assistant would say of work at stage 2: by criterion, so that a test changes the one it is about. */
export const judged = (given: Partial<AssessmentContent> = {}): AssessmentContent => ({
  criteria: {
    evidence: { level: 'B', points: 14, comment: 'Deux captures sans date.' },
    coding: { level: 'A', points: 12, comment: '' },
  },
  gate: { level: 'ok', comment: '' },
  comment: 'Un relevé soigné.',
  ...given,
});

export const untouched: AssessmentContent = {
  criteria: { evidence: { level: null, points: null, comment: '' }, coding: { level: null, points: null, comment: '' } },
  gate: { level: null, comment: '' },
  comment: '',
};

/** Submissions to grade: attempts as handing in leaves them, and assessments as grading does. */
export function submissionsToGrade(app: Pick<TestApp, 'nest' | 'database'>, world: World) {
  const stage = async (key = 'grid', course?: { id: string; slug: string }): Promise<CourseStage> =>
    (await world.assignment(course && { course })).stages.find(({ spec }) => spec.key === key)!;

  /** An attempt at stage 2, a day before its deadline unless told otherwise. */
  const handIn = async (given: { team?: SomeTeam; stage?: CourseStage; late?: number; text?: string } = {}) => {
    const team = given.team ?? (await world.team());
    const asked = given.stage ?? (await stage('grid', team.section.course));
    const due = new Date(Date.now() - 5 * DAY_MS);
    const at = new Date(due.getTime() + (given.late ?? -1) * DAY_MS - 1000);
    const [row] = await app.database.query<{ id: string }>(
      `INSERT INTO submission (course_id, stage_id, team_id, section_id, attempt, request_key, receipt, texts, due_at, handed_in_by, handed_in_at)
       SELECT $1, $2, $3, $4, coalesce(max(attempt), 0) + 1, $5, $6, $7, $8, $9, $10 FROM submission WHERE stage_id = $2 AND team_id = $3
       RETURNING id`,
      [
        team.section.course.id,
        asked.id,
        team.id,
        team.section.id,
        randomUUID(),
        randomBytes(5).toString('hex').toUpperCase(),
        JSON.stringify({ gaps: given.text ?? 'Onze cellules vides.' }),
        due,
        team.members[0]!.id,
        at,
      ],
    );
    await app.database.query('INSERT INTO submission_member (submission_id, person_id) SELECT $1, unnest($2::uuid[])', [
      row!.id,
      team.members.map(({ id }) => id),
    ]);
    return { id: row!.id, team, stage: asked };
  };
  type HandedIn = Awaited<ReturnType<typeof handIn>>;

  /** Grades through the service, as that person. */
  const grade = async (
    submission: HandedIn,
    by: CoursePerson,
    content: AssessmentContent = judged(),
    mode: 'keep' | 'finish' = 'finish',
  ) => {
    const [assessments, actor] = [app.nest.get(AssessmentsService), await world.actor(by)];
    const id = await assessments.open(actor, submission.id);
    const { version } = await assessments.read(actor, id);
    await assessments.save(actor, id, { version, content, mode, lang: 'fr' });
    return id;
  };

  return { stage, handIn, grade };
}
