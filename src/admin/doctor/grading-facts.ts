import { type Fact, inSql } from './fact.js';

/** Each criterion an assessment judged, beside what its own rubric version says of it. */
const JUDGED = `
  FROM assessment_criterion ac
  JOIN assessment a ON a.id = ac.assessment_id
  JOIN rubric_version v ON v.id = a.rubric_version_id
  JOIN submission sub ON sub.id = a.submission_id
  JOIN stage st ON st.id = sub.stage_id
  LEFT JOIN LATERAL (SELECT rc FROM jsonb_array_elements(v.content -> 'criteria') rc WHERE rc ->> 'key' = ac.criterion AND rc ->> 'stage' = st.key) rc ON true
  LEFT JOIN LATERAL (SELECT rl FROM jsonb_array_elements(rc.rc -> 'levels') rl WHERE rl ->> 'key' = ac.level) rl ON true`;

/** What a save gave in points, whichever criteria it names. */
const POINTS_OF_SAVE = `(SELECT coalesce(sum((j.value ->> 'points')::numeric), 0) FROM jsonb_each(save.content -> 'criteria') j)`;

export const gradingFacts: readonly Fact[] = [
  inSql({
    name: 'assessments-name-their-rubric',
    sentence: 'Every assessment names a version of its own assignment’s rubric.',
    counted: 'SELECT count(*) FROM assessment',
    broken: `SELECT format('assessment %s: its rubric version belongs to another assignment', a.id) AS what
             FROM assessment a JOIN rubric_version v ON v.id = a.rubric_version_id
             JOIN submission sub ON sub.id = a.submission_id JOIN stage st ON st.id = sub.stage_id
             WHERE (v.assignment_id, v.course_id, a.course_id) <> (st.assignment_id, st.course_id, st.course_id)`,
  }),
  inSql({
    name: 'levels-exist',
    sentence: 'Every level that was chosen stands in that version, and its points lie inside the level.',
    counted: 'SELECT count(*) FROM assessment_criterion WHERE level IS NOT NULL',
    broken: `SELECT format('assessment %s, criterion %s: level %s, points %s', ac.assessment_id, ac.criterion, ac.level, ac.points) AS what ${JUDGED}
             WHERE rc.rc IS NULL OR (ac.level IS NOT NULL AND (rl.rl IS NULL OR ac.points NOT BETWEEN (rl.rl ->> 'from')::numeric AND (rl.rl ->> 'to')::numeric))`,
  }),
  inSql({
    name: 'gates-exist',
    sentence: 'Every level of the gate that was chosen stands in that version.',
    counted: 'SELECT count(*) FROM assessment WHERE gate_level IS NOT NULL',
    broken: `SELECT format('assessment %s: gate level %s', a.id, a.gate_level) AS what
             FROM assessment a JOIN rubric_version v ON v.id = a.rubric_version_id
             WHERE a.gate_level IS NOT NULL
               AND NOT EXISTS (SELECT FROM jsonb_array_elements(v.content #> '{gate,levels}') rl WHERE rl ->> 'key' = a.gate_level)`,
  }),
  inSql({
    name: 'finished-is-complete',
    sentence: 'A finished assessment has a level for every criterion of its stage, and for the gate.',
    counted: `SELECT count(*) FROM assessment WHERE state = 'finished'`,
    broken: `SELECT DISTINCT format('assessment %s: something has no level', a.id) AS what
             FROM assessment a JOIN rubric_version v ON v.id = a.rubric_version_id
             JOIN submission sub ON sub.id = a.submission_id JOIN stage st ON st.id = sub.stage_id
             JOIN LATERAL jsonb_array_elements(v.content -> 'criteria') rc ON rc ->> 'stage' = st.key
             LEFT JOIN assessment_criterion ac ON ac.assessment_id = a.id AND ac.criterion = rc ->> 'key'
             WHERE a.state = 'finished' AND (ac.level IS NULL OR a.gate_level IS NULL)`,
  }),
  inSql({
    name: 'saves-are-kept',
    sentence: 'Every version of an assessment has the save that made it.',
    counted: 'SELECT count(*) FROM assessment_save',
    broken: `SELECT format('assessment %s: version %s after %s saves', a.id, a.version, count(save.id)) AS what
             FROM assessment a LEFT JOIN assessment_save save ON save.assessment_id = a.id AND save.applied
             GROUP BY a.id, a.version HAVING count(save.id) <> a.version - 1 OR count(DISTINCT save.made_from) <> a.version - 1`,
  }),
];

export const postingFacts: readonly Fact[] = [
  inSql({
    name: 'one-posting-in-force',
    sentence: 'A stage has at most one posting in force.',
    counted: 'SELECT count(DISTINCT stage_id) FROM posting',
    broken: `SELECT format('stage %s: %s postings in force', stage_id, count(*)) AS what FROM posting WHERE ended_at IS NULL GROUP BY stage_id HAVING count(*) > 1`,
  }),
  inSql({
    name: 'posted-marks-add-up',
    sentence: 'A posted mark is what its criteria earned, less what lateness took.',
    counted: 'SELECT count(*) FROM posted_mark',
    broken: `SELECT format('posting %s, submission %s: earned %s, deduction %s, points %s', pm.posting_id, pm.submission_id, pm.earned, pm.deduction, pm.points) AS what
             FROM posted_mark pm WHERE pm.points <> pm.earned - pm.deduction
               OR pm.earned <> (SELECT coalesce(sum((rc ->> 'points')::numeric), 0) FROM jsonb_array_elements(pm.content -> 'criteria') rc)`,
  }),
  inSql({
    name: 'posted-marks-were-given',
    sentence: 'A posted mark is that of an assessment of the same work, in a version that was saved with these points.',
    counted: 'SELECT count(*) FROM posted_mark',
    broken: `SELECT format('posting %s, submission %s: version %s of assessment %s', pm.posting_id, pm.submission_id, pm.assessment_version, pm.assessment_id) AS what
             FROM posted_mark pm
             LEFT JOIN assessment a ON a.id = pm.assessment_id AND a.submission_id = pm.submission_id
             LEFT JOIN assessment_save save ON save.assessment_id = a.id AND save.applied AND save.made_from = pm.assessment_version - 1
             WHERE a.id IS NULL OR a.version < pm.assessment_version OR (a.version = pm.assessment_version AND a.state <> 'finished')
               OR save.id IS NULL OR ${POINTS_OF_SAVE} <> pm.earned`,
  }),
  inSql({
    name: 'posted-marks-stay-in-their-stage',
    sentence: 'A posting shows marks of its own stage.',
    counted: 'SELECT count(*) FROM posted_mark',
    broken: `SELECT format('posting %s shows submission %s of another stage', pm.posting_id, pm.submission_id) AS what
             FROM posted_mark pm JOIN posting po ON po.id = pm.posting_id JOIN submission sub ON sub.id = pm.submission_id
             WHERE (po.stage_id, po.course_id) <> (sub.stage_id, sub.course_id)`,
  }),
  inSql({
    name: 'postings-are-audited',
    sentence: 'Every posting, and every end of one, has its line in the audit log.',
    counted: 'SELECT count(*) FROM posting',
    broken: `SELECT format('posting %s: %s', po.id, gap) AS what
             FROM posting po CROSS JOIN LATERAL (
               SELECT 'its beginning has no line' AS gap
               WHERE NOT EXISTS (SELECT FROM audit_line al WHERE al.action = 'marks-posted' AND al.detail ->> 'posting' = po.id::text)
               UNION ALL
               SELECT 'its end has no line'
               WHERE po.ended_at IS NOT NULL AND NOT EXISTS (
                 SELECT FROM audit_line al WHERE (al.action = 'marks-unposted' AND al.detail ->> 'posting' = po.id::text)
                   OR (al.action = 'marks-posted' AND al.detail ->> 'replaces' = po.id::text))
             ) gaps`,
  }),
  inSql({
    name: 'marks-are-audited',
    sentence: 'Every finished assessment has its line in the audit log.',
    counted: `SELECT count(*) FROM assessment WHERE state = 'finished'`,
    broken: `SELECT format('assessment %s', a.id) AS what FROM assessment a
             WHERE a.state = 'finished' AND NOT EXISTS (
               SELECT FROM audit_line al WHERE al.object = 'assessment:' || a.id AND al.action IN ('mark-given', 'mark-changed'))`,
  }),
];
