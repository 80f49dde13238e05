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
    broken: `SELECT format('submission %s: attempt %s is older than the one before it', sub.id, sub.attempt) AS what
             FROM submission sub JOIN submission earlier ON earlier.stage_id = sub.stage_id AND earlier.team_id = sub.team_id AND earlier.attempt = sub.attempt - 1
             WHERE sub.handed_in_at < earlier.handed_in_at`,
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
    broken: `SELECT format('submission %s (receipt %s): handed in by somebody it does not name', sub.id, sub.receipt) AS what FROM submission sub
             WHERE NOT EXISTS (SELECT FROM submission_member sm WHERE sm.submission_id = sub.id AND sm.person_id = sub.handed_in_by)`,
  }),
  inSql({
    name: 'work-stays-in-its-course',
    sentence: 'A submission, its stage, its team and its section belong to one course.',
    counted: 'SELECT count(*) FROM submission',
    broken: `SELECT format('submission %s: of more than one course', sub.id) AS what
             FROM submission sub JOIN stage st ON st.id = sub.stage_id JOIN team t ON t.id = sub.team_id JOIN section sec ON sec.id = sub.section_id
             WHERE (st.course_id, t.course_id, sec.course_id, t.section_id) <> (sub.course_id, sub.course_id, sub.course_id, sub.section_id)`,
  }),
  inSql({
    name: 'teams-keep-to-a-section',
    sentence: 'Whoever is in a team is a student of its section.',
    counted: 'SELECT count(*) FROM team_member',
    broken: `SELECT format('person %s in team %s', tm.person_id, tm.team_id) AS what
             FROM team_member tm JOIN team t ON t.id = tm.team_id
             JOIN enrolment e ON e.course_id = tm.course_id AND e.person_id = tm.person_id AND e.ended_at IS NULL
             WHERE e.role <> 'student' OR e.section_id <> t.section_id`,
  }),
  inSql({
    name: 'history-is-guarded',
    sentence: 'Rows that must never change are guarded by the database.',
    counted: `SELECT ${KEPT_FOR_EVER.length}`,
    broken: `SELECT format('table %s: its trigger is missing or switched off', kept) AS what
             FROM unnest(ARRAY['${KEPT_FOR_EVER.join("', '")}']) AS kept
             WHERE NOT EXISTS (SELECT FROM pg_trigger trig WHERE trig.tgrelid = to_regclass(kept) AND trig.tgname = kept || '_never_changes' AND trig.tgenabled IN ('O', 'A'))`,
  }),
];
