import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { connection } from '../../src/platform/database/options.js';
import { recreate, template, urlOf } from '../support/databases.js';
import { appForFile } from '../support/app-for-file.js';

const SCRATCH = `attrait_schema_${process.env['JEST_WORKER_ID'] ?? '0'}`;

/** Tables of the installation rather than of a course, each with the reason why it holds nothing of one. */
const OF_NO_COURSE: Readonly<Record<string, string>> = {
  person: 'somebody may take part in several courses',
  credential: 'one password a person',
  session: 'one sign-in, all courses',
  sign_in_failure: 'counted before anybody is known',
  mail: 'named by its cause, read by administrators alone',
  notice_preference: 'what a person wants to be told, whichever the course',
  blob: 'bytes alone: whoever asks comes through a draft or a submission',
  deck_pdf: 'a deck is the same in every course',
  migrations: 'TypeORM’s own',
  course: 'the course itself',
};

async function rows<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(urlOf(database));
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the entities', () => {
  const app = appForFile();

  // What hand-written SQL takes the other tables for is held against them in `sql.spec.ts`.
  it('describe the columns that the migrations made', async () => {
    const { upQueries } = await app.nest.get(DataSource).driver.createSchemaBuilder().log();
    // Constraints and indexes are the SQL's alone: TypeORM would drop what no entity mentions.
    const changes = upQueries.map(({ query }) => query).filter((query) => !/^(ALTER TABLE "\w+" DROP CONSTRAINT|DROP INDEX) "/.test(query));

    expect(changes).toEqual([]);
  });

  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.entity.ts'));
  const tableOf = (file: string): string => file.replace(/^.*\/|\.entity\.ts$/g, '').replaceAll('-', '_');

  it('are all known to the running server', () => {
    const known = app.nest.get(DataSource).entityMetadatas.map(({ tableName }) => tableName);

    expect(known.sort()).toEqual(files.map(tableOf).sort());
  });

  // The bundle may call one of two classes of one name by another.
  it.each(files)('%s says its table, whatever its class is called', (file) => {
    expect(readFileSync(join('src', file), 'utf8')).toContain(`@Entity('${tableOf(file)}')`);
  });
});

describe('the tables', () => {
  it('carry their course, or belong to a row that does', async () => {
    const database = await template();
    const tables = await rows<{ name: string; of_course: boolean; parents: string[] }>(
      database,
      `SELECT c.relname AS name,
              EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'course_id' AND NOT a.attisdropped) AS of_course,
              ARRAY(SELECT f.confrelid::regclass::text FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f') AS parents
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    const scoped = new Set(tables.filter((table) => table.of_course).map(({ name }) => name));
    for (const _ of tables) for (const { name, parents } of tables) if (parents.some((parent) => scoped.has(parent))) scoped.add(name);

    const loose = tables.map(({ name }) => name).filter((name) => !scoped.has(name));

    expect(loose.sort()).toEqual(Object.keys(OF_NO_COURSE).sort());
  });

  it('that name a course prove it by a foreign key', async () => {
    const unproven = await rows<{ name: string }>(
      await template(),
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'course_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey))`,
    );

    // The audit log outlives what it speaks of.
    expect(unproven.map(({ name }) => name)).toEqual(['audit_line']);
  });

  it('keep instants with their zone', async () => {
    const zoneless = await rows<{ column: string }>(
      await template(),
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type LIKE 'timestamp without%'`,
    );

    // The session store's own column.
    expect(zoneless.map(({ column }) => column)).toEqual(['session.expire']);
  });
});

/** Everything a migration can leave behind, as text. */
const shape = (): Promise<object[]> =>
  rows(
    SCRATCH,
    `SELECT 'column' AS kind, table_name || '.' || column_name AS name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what
       FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     UNION ALL SELECT 'type', typname, typtype::text FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
     UNION ALL SELECT 'extension', extname, extversion FROM pg_extension
     ORDER BY 1, 2, 3`,
  );

describe('the migrations', () => {
  beforeEach(() => recreate(SCRATCH));
  afterAll(() => recreate(SCRATCH));

  const upTo = async (count: number, work: (source: DataSource) => Promise<unknown>): Promise<void> => {
    const source = await new DataSource({ ...connection(urlOf(SCRATCH)), migrations: migrations.slice(0, count) }).initialize();
    await work(source).finally(() => source.destroy());
  };

  it('can each be undone, and leave nothing behind', async () => {
    const shapes: object[][] = [];
    for (let count = 0; count <= migrations.length; count += 1) {
      await upTo(count, (source) => source.runMigrations({ transaction: 'each' }));
      shapes.push(await shape());
    }

    for (let count = migrations.length; count > 0; count -= 1) {
      await upTo(count, (source) => source.undoLastMigration());
      expect(await shape()).toEqual(shapes[count - 1]);
    }
  });

  it('run once when several processes start together', async () => {
    const done = await Promise.all(Array.from({ length: 4 }, () => migrate(urlOf(SCRATCH))));

    expect(done.map(({ length }) => length).sort((a, b) => b - a)).toEqual([migrations.length, 0, 0, 0]);
    expect(await rows(SCRATCH, 'SELECT name FROM migrations ORDER BY id')).toEqual(migrations.map(({ name }) => ({ name })));
  });

  it('of a newer program stop this one, which says so and touches nothing', async () => {
    await migrate(urlOf(SCRATCH));
    await rows(SCRATCH, `INSERT INTO migrations (timestamp, name) VALUES (4102444800000, 'AddTomorrow4102444800000')`);
    const before = await shape();

    await expect(migrate(urlOf(SCRATCH))).rejects.toThrow(/newer than this program.*AddTomorrow4102444800000.*Nothing was changed/s);

    expect(await shape()).toEqual(before);
  });
});
