import { type Fact, inSql } from './fact.js';

/** Each criterion an assessment judged, beside what its own rubric version says of it. */
const JUDGED = `
  FROM assessment_criterion c
  JOIN assessment a ON a.id = c.assessment_id
  JOIN rubric_version v ON v.id = a.rubric_version_id
  JOIN submission s ON s.id = a.submission_id
  JOIN stage st ON st.id = s.stage_id
  LEFT JOIN LATERAL (SELECT k FROM jsonb_array_elements(v.content -> 'criteria') k WHERE k ->> 'key' = c.criterion AND k ->> 'stage' = st.key) k ON true
  LEFT JOIN LATERAL (SELECT l FROM jsonb_array_elements(k.k -> 'levels') l WHERE l ->> 'key' = c.level) l ON true`;

/** What a save gave in points, whichever criteria it names. */
const POINTS_OF_SAVE = `(SELECT coalesce(sum((j.value ->> 'points')::numeric), 0) FROM jsonb_each(w.content -> 'criteria') j)`;

export const gradingFacts: readonly Fact[] = [
  inSql({
    name: 'assessments-name-their-rubric',
    sentence: 'Every assessment names a version of its own assignment’s rubric.',
    counted: 'SELECT count(*) FROM assessment',
    broken: `SELECT format('assessment %s: its rubric version belongs to another assignment', a.id) AS what
             FROM assessment a JOIN rubric_version v ON v.id = a.rubric_version_id
             JOIN submission s ON s.id = a.submission_id JOIN stage st ON st.id = s.stage_id
             WHERE (v.assignment_id, v.course_id, a.course_id) <> (st.assignment_id, st.course_id, st.course_id)`,
  }),
  inSql({
    name: 'levels-exist',
    sentence: 'Every level that was chosen stands in that version, and its points lie inside the level.',
    counted: 'SELECT count(*) FROM assessment_criterion WHERE level IS NOT NULL',
    broken: `SELECT format('assessment %s, criterion %s: level %s, points %s', c.assessment_id, c.criterion, c.level, c.points) AS what ${JUDGED}
             WHERE k.k IS NULL OR (c.level IS NOT NULL AND (l.l IS NULL OR c.points NOT BETWEEN (l.l ->> 'from')::numeric AND (l.l ->> 'to')::numeric))`,
  }),
  inSql({
    name: 'gates-exist',
    sentence: 'Every level of the gate that was chosen stands in that version.',
    counted: 'SELECT count(*) FROM assessment WHERE gate_level IS NOT NULL',
    broken: `SELECT format('assessment %s: gate level %s', a.id, a.gate_level) AS what
             FROM assessment a JOIN rubric_version v ON v.id = a.rubric_version_id
             WHERE a.gate_level IS NOT NULL
               AND NOT EXISTS (SELECT FROM jsonb_array_elements(v.content #> '{gate,levels}') l WHERE l ->> 'key' = a.gate_level)`,
  }),
  inSql({
    name: 'finished-is-complete',
    sentence: 'A finished assessment has a level for every criterion of its stage, and for the gate.',
    counted: `SELECT count(*) FROM assessment WHERE state = 'finished'`,
    broken: `SELECT DISTINCT format('assessment %s: something has no level', a.id) AS what
             FROM assessment a JOIN rubric_version v ON v.id = a.rubric_version_id
             JOIN submission s ON s.id = a.submission_id JOIN stage st ON st.id = s.stage_id
             JOIN LATERAL jsonb_array_elements(v.content -> 'criteria') k ON k ->> 'stage' = st.key
             LEFT JOIN assessment_criterion c ON c.assessment_id = a.id AND c.criterion = k ->> 'key'
             WHERE a.state = 'finished' AND (c.level IS NULL OR a.gate_level IS NULL)`,
  }),
  inSql({
    name: 'saves-are-kept',
    sentence: 'Every version of an assessment has the save that made it.',
    counted: 'SELECT count(*) FROM assessment_save',
    broken: `SELECT format('assessment %s: version %s after %s saves', a.id, a.version, count(w.id)) AS what
             FROM assessment a LEFT JOIN assessment_save w ON w.assessment_id = a.id AND w.applied
             GROUP BY a.id, a.version HAVING count(w.id) <> a.version - 1 OR count(DISTINCT w.made_from) <> a.version - 1`,
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
    broken: `SELECT format('posting %s, submission %s: earned %s, deduction %s, points %s', m.posting_id, m.submission_id, m.earned, m.deduction, m.points) AS what
             FROM posted_mark m WHERE m.points <> m.earned - m.deduction
               OR m.earned <> (SELECT coalesce(sum((k ->> 'points')::numeric), 0) FROM jsonb_array_elements(m.content -> 'criteria') k)`,
  }),
  inSql({
    name: 'posted-marks-were-given',
    sentence: 'A posted mark is that of an assessment of the same work, in a version that was saved with these points.',
    counted: 'SELECT count(*) FROM posted_mark',
    broken: `SELECT format('posting %s, submission %s: version %s of assessment %s', m.posting_id, m.submission_id, m.assessment_version, m.assessment_id) AS what
             FROM posted_mark m
             LEFT JOIN assessment a ON a.id = m.assessment_id AND a.submission_id = m.submission_id
             LEFT JOIN assessment_save w ON w.assessment_id = a.id AND w.applied AND w.made_from = m.assessment_version - 1
             WHERE a.id IS NULL OR a.version < m.assessment_version OR (a.version = m.assessment_version AND a.state <> 'finished')
               OR w.id IS NULL OR ${POINTS_OF_SAVE} <> m.earned`,
  }),
  inSql({
    name: 'posted-marks-stay-in-their-stage',
    sentence: 'A posting shows marks of its own stage.',
    counted: 'SELECT count(*) FROM posted_mark',
    broken: `SELECT format('posting %s shows submission %s of another stage', m.posting_id, m.submission_id) AS what
             FROM posted_mark m JOIN posting p ON p.id = m.posting_id JOIN submission s ON s.id = m.submission_id
             WHERE (p.stage_id, p.course_id) <> (s.stage_id, s.course_id)`,
  }),
  inSql({
    name: 'postings-are-audited',
    sentence: 'Every posting, and every end of one, has its line in the audit log.',
    counted: 'SELECT count(*) FROM posting',
    broken: `SELECT format('posting %s: %s', p.id, gap) AS what
             FROM posting p CROSS JOIN LATERAL (
               SELECT 'its beginning has no line' AS gap
               WHERE NOT EXISTS (SELECT FROM audit_line l WHERE l.action = 'marks-posted' AND l.detail ->> 'posting' = p.id::text)
               UNION ALL
               SELECT 'its end has no line'
               WHERE p.ended_at IS NOT NULL AND NOT EXISTS (
                 SELECT FROM audit_line l WHERE (l.action = 'marks-unposted' AND l.detail ->> 'posting' = p.id::text)
                   OR (l.action = 'marks-posted' AND l.detail ->> 'replaces' = p.id::text))
             ) gaps`,
  }),
  inSql({
    name: 'marks-are-audited',
    sentence: 'Every finished assessment has its line in the audit log.',
    counted: `SELECT count(*) FROM assessment WHERE state = 'finished'`,
    broken: `SELECT format('assessment %s', a.id) AS what FROM assessment a
             WHERE a.state = 'finished' AND NOT EXISTS (
               SELECT FROM audit_line l WHERE l.object = 'assessment:' || a.id AND l.action IN ('mark-given', 'mark-changed'))`,
  }),
];
