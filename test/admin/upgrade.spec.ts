import { rmSync } from 'node:fs';
import * as cheerio from 'cheerio';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { restoreBackup } from '../../src/admin/backup/restore-backup.js';
import { examine } from '../../src/admin/doctor/examine.js';
import { PeopleService } from '../../src/people/index.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import type { Env } from '../../src/platform/config/env.js';
import { Database } from '../../src/platform/database/database.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { connection } from '../../src/platform/database/options.js';
import { recreate, urlOf } from '../support/databases.js';
import { aFolder } from '../support/program.js';
import { type TestApp, startApp } from '../support/test-app.js';

/**
 * The demonstration as version 0.1.0 kept it, by its own `backup`: with the migrations up to this one, six teams with drafts, work
 * handed in, marks posted, and one assessment that somebody opened and did not write in.
 */
const FORMER = { backup: 'test/admin/demonstration-0.1.0.tar.gz', lastMigration: 'LetSelfChecksCount1795305600014' };

const NAME = `attrait_upgrade_${process.env['JEST_WORKER_ID'] ?? '0'}`;
const AT = '/courses/demo';
type Row = Readonly<Record<string, unknown>>;

let folder: string;
let source: DataSource;
let database: Database;
let before: ReadonlyMap<string, readonly Row[]>;
let done: readonly string[];

beforeAll(async () => {
  await recreate(NAME);
  folder = aFolder();
  const former = migrations.slice(0, migrations.findIndex(({ name }) => name === FORMER.lastMigration) + 1);
  source = await new DataSource({ ...connection(urlOf(NAME)), migrations: former }).initialize();
  await source.runMigrations({ transaction: 'each' });
  database = new Database(source);
  await restoreBackup(urlOf(NAME), new Blobs(database, { DATA_DIR: folder } as Env), FORMER.backup);
  before = await rows();
  done = await migrate(urlOf(NAME));
}, 120_000);
afterAll(async () => {
  await source?.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table, in an order that no new column changes. */
async function rows(): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = await database.query<{ name: string; key: string }>(
    `SELECT t.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS key
     FROM pg_class t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname NOT IN ('migrations', 'session') GROUP BY t.relname`,
  );
  const held = new Map<string, readonly Row[]>();
  for (const { name, key } of tables)
    held.set(
      name,
      (await database.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY ${key}`)).map(({ row }) => row),
    );
  return held;
}

/** Columns that stand in the database under another name since. */
const RENAMED: Readonly<Record<string, string>> = { sheet: 'batch', sheet_hash: 'batch_hash' };
const onlyOf = (row: Row, keys: readonly string[]): Row => Object.fromEntries(keys.map((key) => [key, row[RENAMED[key] ?? key]]));

describe('an installation of the version before', () => {
  it('is brought forward by the migrations that are new', () => {
    const news = migrations.slice(migrations.findIndex(({ name }) => name === FORMER.lastMigration) + 1);

    expect(done).toEqual(news.map(({ name }) => name));
  });

  it('keeps every row, with all that stood in it', async () => {
    const after = await rows();

    for (const [table, held] of before)
      expect([table, after.get(table)?.map((row, place) => onlyOf(row, Object.keys(held[place] ?? {})))]).toEqual([table, held]);
    const counts = ['person', 'draft', 'draft_file', 'submission', 'assessment', 'posted_mark', 'self_check_attempt', 'study_mark'];
    expect(counts.map((table) => after.get(table)?.length)).toEqual([29, 11, 22, 11, 10, 6, 96, 284]);
  });

  it('knows which assessments were only opened', async () => {
    const found = await database.query<{ version: number; is_written: boolean; count: number }>(
      'SELECT version, is_written, count(*)::int AS count FROM assessment GROUP BY version, is_written ORDER BY version',
    );

    expect(found).toEqual([
      { version: 1, is_written: false, count: 1 },
      { version: 2, is_written: true, count: 9 },
    ]);
  });

  it('is found right by the doctor', async () => {
    const broken: string[] = [];
    for await (const diagnosis of examine({ database, blobs: new Blobs(database, { DATA_DIR: folder } as Env) }))
      broken.push(...diagnosis.broken);

    expect(broken).toEqual([]);
  });

  describe('served by this version', () => {
    let app: TestApp;
    beforeAll(async () => {
      app = await startApp({ DATABASE_URL: urlOf(NAME), DATA_DIR: folder });
    }, 60_000);
    afterAll(() => app.stop());

    const as = async (account: string) => app.as((await app.nest.get(PeopleService).findByEmail(`${account}@attrait.example`))!);

    it.each([
      ['student1', [AT, `${AT}/assignments/competitive-analysis`, `${AT}/units/web-uses`, `${AT}/search?q=web`]],
      ['assistant1', [AT, `${AT}/grading`]],
      ['lecturer', [AT, `${AT}/settings`, `${AT}/gradebook`, `${AT}/gradebook.csv`]],
      ['admin', ['/admin']],
    ])('answers its pages to %s', async (account, paths) => {
      const visitor = await as(account);

      for (const path of paths) expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
    });

    it('shows a student the draft of their team, word for word', async () => {
      const [work] = await database.query<{ email: string; stage: string; text: string }>(
        `SELECT p.email, s.key AS stage, t.value AS text FROM draft d JOIN stage s ON s.id = d.stage_id, team_member m, person p, jsonb_each_text(d.texts) t
         WHERE m.team_id = d.team_id AND p.id = m.person_id AND t.value <> '' ORDER BY s.number, p.email, t.key LIMIT 1`,
      );
      // The term of the demonstration is over one day; its stages are asked for once more.
      await database.query(`UPDATE stage SET opens_at = now() - interval '1 day', due_at = now() + interval '30 days' WHERE key = $1`, [
        work!.stage,
      ]);
      const student = await as(work!.email.split('@')[0]!);

      const { text } = await student.get(`${AT}/assignments/competitive-analysis/stages/${work!.stage}`).expect(200);

      const texts = cheerio.load(text)('textarea').toArray();
      expect(texts.map((area) => cheerio.load(text)(area).text())).toContain(work!.text);
    });

    it('shows a student the mark that was posted', async () => {
      const [mark] = await database.query<{ email: string; submission_id: string; earned: number }>(
        `SELECT p.email, k.submission_id, k.points::float8 AS earned FROM posted_mark k JOIN submission_member m ON m.submission_id = k.submission_id
         JOIN person p ON p.id = m.person_id ORDER BY p.email LIMIT 1`,
      );
      const student = await as(mark!.email.split('@')[0]!);

      const { text } = await student.get(`${AT}/submissions/${mark!.submission_id}`).expect(200);

      expect(cheerio.load(text)('main').text()).toContain(String(mark!.earned).replace('.', ','));
    });
  });
});
