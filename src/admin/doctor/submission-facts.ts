import { type Fact, inSql } from './fact.js';

/** Tables whose rows are never changed, each guarded by a trigger of its own. */
const KEPT_FOR_EVER = [
  'audit_line',
  'submission',
  'submission_file',
  'submission_member',
  'rubric_version',
  'assessment_save',
  'posted_mark',
];

export const submissionFacts: readonly Fact[] = [
  inSql({
    name: 'attempts-without-gap',
    sentence: 'The attempts of a team at a stage are numbered 1, 2, 3 … without a gap.',
    counted: 'SELECT count(*) FROM (SELECT DISTINCT stage_id, team_id FROM submission) s',
    broken: `SELECT format('team %s at stage %s: attempts %s', team_id, stage_id, string_agg(attempt::text, ', ' ORDER BY attempt)) AS what
             FROM submission GROUP BY stage_id, team_id HAVING min(attempt) <> 1 OR max(attempt) <> count(*) OR count(DISTINCT attempt) <> count(*)`,
  }),
  inSql({
    name: 'attempts-follow-in-time',
    sentence: 'A later attempt was handed in later.',
    counted: 'SELECT count(*) FROM submission WHERE attempt > 1',
    broken: `SELECT format('submission %s: attempt %s is older than the one before it', s.id, s.attempt) AS what
             FROM submission s JOIN submission b ON b.stage_id = s.stage_id AND b.team_id = s.team_id AND b.attempt = s.attempt - 1
             WHERE s.handed_in_at < b.handed_in_at`,
  }),
  inSql({
    name: 'receipts-unique',
    sentence: 'Every submission has a receipt of its own.',
    counted: 'SELECT count(*) FROM submission',
    broken: `SELECT format('receipt “%s”: %s submissions', receipt, count(*)) AS what
             FROM submission GROUP BY receipt HAVING count(*) > 1 OR btrim(receipt) = ''`,
  }),
  inSql({
    name: 'submissions-have-members',
    sentence: 'Every submission names who was in the team, and was handed in by one of them.',
    counted: 'SELECT count(*) FROM submission',
    broken: `SELECT format('submission %s (receipt %s): handed in by somebody it does not name', s.id, s.receipt) AS what FROM submission s
             WHERE NOT EXISTS (SELECT FROM submission_member m WHERE m.submission_id = s.id AND m.person_id = s.handed_in_by)`,
  }),
  inSql({
    name: 'work-stays-in-its-course',
    sentence: 'A submission, its stage, its team and its section belong to one course.',
    counted: 'SELECT count(*) FROM submission',
    broken: `SELECT format('submission %s: of more than one course', s.id) AS what
             FROM submission s JOIN stage st ON st.id = s.stage_id JOIN team t ON t.id = s.team_id JOIN section n ON n.id = s.section_id
             WHERE (st.course_id, t.course_id, n.course_id, t.section_id) <> (s.course_id, s.course_id, s.course_id, s.section_id)`,
  }),
  inSql({
    name: 'teams-keep-to-a-section',
    sentence: 'Whoever is in a team is a student of its section.',
    counted: 'SELECT count(*) FROM team_member',
    broken: `SELECT format('person %s in team %s', m.person_id, m.team_id) AS what
             FROM team_member m JOIN team t ON t.id = m.team_id
             JOIN enrolment e ON e.course_id = m.course_id AND e.person_id = m.person_id AND e.ended_at IS NULL
             WHERE e.role <> 'student' OR e.section_id <> t.section_id`,
  }),
  inSql({
    name: 'history-is-guarded',
    sentence: 'Rows that must never change are guarded by the database.',
    counted: `SELECT ${KEPT_FOR_EVER.length}`,
    broken: `SELECT format('table %s: its trigger is missing or switched off', kept) AS what
             FROM unnest(ARRAY['${KEPT_FOR_EVER.join("', '")}']) AS kept
             WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = to_regclass(kept) AND g.tgname = kept || '_never_changes' AND g.tgenabled IN ('O', 'A'))`,
  }),
];
