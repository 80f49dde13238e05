// A larger class, by a few statements whatever its size: people in teams of four and sections of sixty, with the work of the whole
// term handed in (two attempts at half of it), graded by every criterion, and the marks of the first stage posted.

/** Grows the demonstration course to so many students. */
export async function growTo(database, people) {
  const { rows } = await database.query(
    `SELECT count(*)::int AS there FROM enrolment e JOIN course c ON c.id = e.course_id WHERE c.slug = 'demo' AND e.role = 'student'`,
  );
  if (rows[0].there >= people) return;
  await database.query(peopleFrom(rows[0].there + 1, people));
  for (const statement of WORKS) await database.query(statement);
  await database.query('VACUUM ANALYZE');
}

/** The course's own two sections take in the first sixty; every sixty more are a section of their own, as in a large course. */
const peopleFrom = (first, last) => `
  WITH course AS (SELECT id FROM course WHERE slug = 'demo'),
  numbers AS (
    SELECT n, 'Grown ' || (n - 1) / 4 AS team, CASE WHEN n <= 60 THEN '0' || 1 + ((n - 1) / 4) % 2 ELSE lpad((2 + (n - 1) / 60)::text, 2, '0') END AS section
    FROM generate_series(${first}, ${last}) n
  ),
  added AS (
    INSERT INTO section (course_id, name) SELECT DISTINCT course.id, section FROM numbers, course
    ON CONFLICT (course_id, name) DO UPDATE SET name = excluded.name RETURNING id, name
  ),
  persons AS (
    INSERT INTO person (email, name, sort_name)
    SELECT 'grown' || n || '@attrait.example', 'Grown ' || n, 'Grown, ' || n FROM numbers RETURNING id, email
  ),
  placed AS (
    SELECT persons.id AS person_id, numbers.team, added.id AS section_id
    FROM numbers JOIN persons ON persons.email = 'grown' || numbers.n || '@attrait.example' JOIN added ON added.name = numbers.section
  ),
  enrolled AS (
    INSERT INTO enrolment (course_id, person_id, role, section_id) SELECT course.id, person_id, 'student', section_id FROM placed, course RETURNING person_id
  ),
  teams AS (
    INSERT INTO team (course_id, section_id, name) SELECT DISTINCT course.id, section_id, team FROM placed, course
    ON CONFLICT (course_id, name) DO UPDATE SET name = excluded.name RETURNING id, name
  )
  INSERT INTO team_member (course_id, team_id, person_id)
  SELECT course.id, teams.id, placed.person_id FROM placed JOIN teams ON teams.name = placed.team JOIN enrolled USING (person_id), course`;

/** One for each table, for the grown teams that have no work yet. Ids are reckoned from what they belong to, so that tables agree. */
const WORKS = [
  `INSERT INTO submission (id, course_id, stage_id, team_id, section_id, attempt, request_key, receipt, texts, due_at, handed_in_by, handed_in_at)
   SELECT key.id, g.course_id, g.id, t.id, t.section_id, attempt, key.id, key.id, '{"note": "Texte remis."}', g.due_at,
          (SELECT person_id FROM team_member m WHERE m.team_id = t.id LIMIT 1), g.due_at - make_interval(hours => 48 - 10 * attempt)
   FROM team t JOIN stage g ON g.course_id = t.course_id
   CROSS JOIN LATERAL generate_series(1, CASE WHEN g.number <= 2 THEN 2 ELSE 1 END) attempt
   CROSS JOIN LATERAL (SELECT md5(t.id || g.key || attempt)::uuid AS id) key
   WHERE t.name LIKE 'Grown %' AND NOT EXISTS (SELECT FROM submission s WHERE s.team_id = t.id AND s.stage_id = g.id)`,
  `INSERT INTO submission_member (submission_id, person_id)
   SELECT s.id, m.person_id FROM team t JOIN submission s ON s.team_id = t.id JOIN team_member m ON m.team_id = t.id
   WHERE t.name LIKE 'Grown %' ON CONFLICT DO NOTHING`,
  `INSERT INTO assessment (id, course_id, submission_id, rubric_version_id, state, gate_level, comment, version, is_written, updated_by)
   SELECT s.id, s.course_id, s.id, r.id, CASE WHEN g.number > 1 AND hashtext(t.name) % 4 = 0 THEN 'draft' ELSE 'finished' END, 'ok', 'Un travail précis.', 3, true,
          (SELECT id FROM person WHERE email = 'assistant1@attrait.example')
   FROM team t JOIN submission s ON s.team_id = t.id JOIN stage g ON g.id = s.stage_id
   CROSS JOIN LATERAL (SELECT id FROM rubric_version v WHERE v.assignment_id = g.assignment_id ORDER BY number DESC LIMIT 1) r
   WHERE t.name LIKE 'Grown %' AND s.attempt = CASE WHEN g.number <= 2 THEN 2 ELSE 1 END ON CONFLICT DO NOTHING`,
  `INSERT INTO assessment_criterion (assessment_id, criterion, level, level_name_fr, level_name_en, points, comment)
   SELECT a.id, c ->> 'key', 'B', 'Bon', 'Good', round((c ->> 'points')::numeric * 0.75, 1), 'Des preuves datées, un classement justifié.'
   FROM team t JOIN submission s ON s.team_id = t.id JOIN stage g ON g.id = s.stage_id JOIN assessment a ON a.submission_id = s.id
   JOIN rubric_version v ON v.id = a.rubric_version_id CROSS JOIN LATERAL jsonb_array_elements(v.content -> 'criteria') c
   WHERE t.name LIKE 'Grown %' AND c ->> 'stage' = g.key ON CONFLICT DO NOTHING`,
  `INSERT INTO posted_mark (posting_id, submission_id, assessment_id, assessment_version, content, earned, deduction, points)
   SELECT p.id, s.id, a.id, a.version, one.content, k.sum, 0, k.sum
   FROM posting p JOIN submission s ON s.stage_id = p.stage_id JOIN team t ON t.id = s.team_id JOIN assessment a ON a.submission_id = s.id
   CROSS JOIN LATERAL (SELECT sum(points) FROM assessment_criterion c WHERE c.assessment_id = a.id) k
   CROSS JOIN LATERAL (SELECT content FROM posted_mark m WHERE m.posting_id = p.id ORDER BY m.submission_id LIMIT 1) one
   WHERE p.ended_at IS NULL AND t.name LIKE 'Grown %' ON CONFLICT DO NOTHING`,
];
