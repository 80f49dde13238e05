// A worksheet as large as one gets: 7 organisations, 40 profiles, 400 posts, 600 proofs, and something in every cell that a team fills in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROWS = { organisation: 7, profile: 40, post: 400, review: 14, evidence: 600, organisation_axis: 56, swot_line: 12, move: 3 };
const schema = parse(readFileSync(join(import.meta.dirname, '../../assignments/competitive-analysis/worksheet.yaml'), 'utf8'));

/** Values of the right type, as they would be saved; of what a row refers to, the first organisation's. */
const VALUES = {
  text: '"Un texte de quelques mots, comme on en écrit dans une cellule"',
  longtext: '"Une question à deux issues : devrait-on écrire, ou filmer ?"',
  url: '"https://example.org/une/adresse/assez/longue"',
  date: '"2027-02-13"',
  datetime: '"2027-02-13T14:05"',
  int: '12',
  decimal: '3.4',
  percent: '40',
  scale: '2',
  bool: 'true',
  ref: '"O0"',
};

/** Fills the worksheet of a team of the demonstration; answers the id of its first post. */
export async function fillWorksheet(database, team) {
  const { rows } = await database.query(
    `SELECT ws.id, (SELECT person_id FROM team_member tm WHERE tm.team_id = t.id LIMIT 1) AS person FROM worksheet ws JOIN team t ON t.id = ws.team_id WHERE t.name = $1`,
    [team],
  );
  const [{ id, person }] = rows;
  for (const [repeat, count] of Object.entries(ROWS))
    await database.query(
      `INSERT INTO worksheet_row (worksheet_id, repeat, position, number)
       SELECT $1, $2, 'b' || lpad(n::text, 4, '0') || '1', 1 FROM generate_series(1, $3 - (SELECT count(*)::int FROM worksheet_row WHERE worksheet_id = $1 AND repeat = $2)) n`,
      [id, repeat, count],
    );
  const fields = schema.sections.flatMap((section) =>
    section.fields
      .filter(({ type, numbered }) => type in VALUES && !numbered)
      .map(({ key, type, scope }) => ({ field: `${section.key}.${key}`, repeat: scope ?? section.repeat, value: VALUES[type] })),
  );
  await database.query(
    `INSERT INTO worksheet_cell (worksheet_id, row_id, field, state, value, version, number, updated_by, updated_at)
     SELECT $1, wr.id, given.field, 'value', given.value::jsonb, 1, 1, $2, now()
     FROM worksheet_row wr JOIN jsonb_to_recordset($3::jsonb) AS given (field text, repeat text, value text) ON given.repeat = wr.repeat
     WHERE wr.worksheet_id = $1 ON CONFLICT DO NOTHING`,
    [id, person, JSON.stringify(fields)],
  );
  await database.query('VACUUM ANALYZE');
  const first = await database.query(`SELECT id FROM worksheet_row WHERE worksheet_id = $1 AND repeat = 'post' ORDER BY position LIMIT 1`, [
    id,
  ]);
  const cells = await database.query('SELECT count(*)::int AS count FROM worksheet_cell WHERE worksheet_id = $1', [id]);
  return { post: first.rows[0].id, cells: cells.rows[0].count };
}
