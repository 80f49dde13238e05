// The gradebook of a whole course as a file against a bare COPY of the same cells, one row a student, read from the same tables.
import { signIn } from './browser-session.mjs';
import { growTo } from './growth.mjs';
import { expectStatus, timeRatio } from './measure.mjs';
import { SIZES } from './pages.mjs';
import { startPlatform, statementsOf } from './platform.mjs';
import { report } from './report.mjs';

const { url, control, processors, database, stop } = await startPlatform();
try {
  const text = await copied();
  for (const people of SIZES) {
    await growTo(database, people);
    const headers = await signIn(url, 'lecturer@attrait.example');
    const download = () => expectStatus(200, `${url}/courses/demo/gradebook.csv`, { headers });
    const { bytes } = await download();
    const statements = await statementsOf(database, download, 3);
    const bare = await control('copy', { text });
    const times = Math.ceil(20_000 / (people + 1_000));
    const result = await timeRatio({ control: () => expectStatus(200, bare), subject: download, processors, times });
    const limits = { unit: 'ms p50', atMost: { goal: 1.5, floor: 2.5 }, statements, needed: 4 };
    report(`gradebook CSV, ${people} people, ${bytes} bytes`, result, limits);
  }
} finally {
  await stop();
}

/** The statement: newest attempts by one pass, every criterion and sum a column. Which stages and criteria there are is asked first. */
async function copied() {
  const { rows } = await database.query(
    `SELECT g.id, c.course_id, array_agg(k ->> 'key') AS criteria FROM course o JOIN stage g ON g.course_id = o.id
     JOIN rubric_version c ON c.assignment_id = g.assignment_id, jsonb_array_elements(c.content -> 'criteria') k
     WHERE o.slug = 'demo' AND k ->> 'stage' = g.key GROUP BY g.id, c.course_id ORDER BY g.number`,
  );
  const columns = rows.flatMap(({ id, criteria }) => [
    ...criteria.map((key) => `max(m.points) FILTER (WHERE m.stage_id = '${id}' AND m.criterion = '${key}')`),
    ...['earned', 'deduction', 'marked', 'state'].map((column) => `max(m.${column}) FILTER (WHERE m.stage_id = '${id}')`),
  ]);
  return `
    WITH newest AS (
      SELECT DISTINCT ON (n.stage_id, n.team_id) n.id, n.stage_id FROM submission n WHERE n.course_id = '${rows[0].course_id}'
      ORDER BY n.stage_id, n.team_id, n.attempt DESC
    ), marks AS (
      SELECT o.person_id, n.stage_id, c.criterion, c.points, k.earned, k.deduction, k.points AS marked, a.state
      FROM newest n JOIN submission_member o ON o.submission_id = n.id LEFT JOIN assessment a ON a.submission_id = n.id
      LEFT JOIN assessment_criterion c ON c.assessment_id = a.id LEFT JOIN posted_mark k ON k.submission_id = n.id
    )
    SELECT p.sort_name, p.email, x.name, t.name, ${columns.join(', ')}, sum(m.points)
    FROM enrolment e JOIN person p ON p.id = e.person_id JOIN section x ON x.id = e.section_id
    LEFT JOIN team_member i ON i.course_id = e.course_id AND i.person_id = e.person_id LEFT JOIN team t ON t.id = i.team_id
    LEFT JOIN marks m ON m.person_id = e.person_id
    WHERE e.course_id = '${rows[0].course_id}' AND e.role = 'student' AND e.ended_at IS NULL
    GROUP BY p.id, x.id, t.id ORDER BY p.sort_name`;
}
