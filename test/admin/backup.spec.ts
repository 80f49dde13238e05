import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { restoreBackup } from '../../src/admin/backup/restore-backup.js';
import { writeBackup } from '../../src/admin/backup/write-backup.js';
import { DemonstrationLoader } from '../../src/admin/demonstration/loader.js';
import { examine } from '../../src/admin/doctor/examine.js';
import { runCommand } from '../../src/admin/index.js';
import { createApp } from '../../src/app.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import type { Env } from '../../src/platform/config/env.js';
import { Database } from '../../src/platform/database/database.js';
import { connection } from '../../src/platform/database/options.js';
import { recreate, template, urlOf } from '../support/databases.js';
import { formerArchive, TAR_END, tarHeader, tarPadding } from '../support/former-archive.js';
import { aFolder } from '../support/program.js';
import { type TestApp, startApp } from '../support/test-app.js';

const NAME = `attrait_backup_${process.env['JEST_WORKER_ID'] ?? '0'}`;
const LEFT_OUT = ['session', 'sign_in_failure', 'migrations'];

/** An empty migrated database with a folder of its own. */
async function anInstallation(name: string) {
  await recreate(name, await template());
  const source = await new DataSource(connection(urlOf(name))).initialize();
  const folder = aFolder();
  const database = new Database(source);
  const blobs = new Blobs(database, { DATA_DIR: folder } as Env);
  const close = async (): Promise<void> => {
    await source.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: urlOf(name), database, blobs, folder, close };
}
type AnInstallation = Awaited<ReturnType<typeof anInstallation>>;

/** Every row of every table, in an order of its own. */
async function contents(database: Pick<Database, 'query'>): Promise<Record<string, string[]>> {
  const tables = await database.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const rows: Record<string, string[]> = {};
  for (const { name } of tables.filter((table) => !LEFT_OUT.includes(table.name)))
    rows[name] = (await database.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY t::text COLLATE "C"`)).map(
      ({ row }) => row,
    );
  return rows;
}

async function brokenIn({ database, blobs }: Pick<AnInstallation, 'database' | 'blobs'>): Promise<string[]> {
  const broken: string[] = [];
  for await (const diagnosis of examine({ database, blobs })) broken.push(...diagnosis.broken);
  return broken;
}

describe('a backup', () => {
  let from: AnInstallation;
  let to: AnInstallation;
  let folder: string;

  beforeEach(async () => {
    from = await anInstallation(`${NAME}_from`);
    to = await anInstallation(`${NAME}_to`);
    folder = aFolder();
  });
  afterEach(async () => {
    await from.close();
    await to.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings back exactly what there was, whatever people wrote', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((value) => !value.includes('\0') && !/[\ud800-\udfff](?![\udc00-\udfff])/u.test(value));
    const work = fc.record({
      texts: fc.dictionary(text, text, { maxKeys: 4 }),
      file: fc.uint8Array({ maxLength: 5_000 }),
      name: text,
      at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 8 }), async (works) => {
        for (const installation of [from, to]) await emptied(installation);
        await fill(from, works);
        const file = join(folder, `${randomUUID()}.tar.gz`);

        await writeBackup(from.url, from.blobs, file);
        await restoreBackup(to.url, to.blobs, file);

        expect(await contents(to.database)).toEqual(await contents(from.database));
        expect(await brokenIn(to)).toEqual([]);
        for (const { file: bytes } of works) expect(await storedIn(to, bytes)).toBe(true);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('counts on from where the numbers stopped', async () => {
    await from.database.query(`INSERT INTO audit_line (action, object) SELECT 'counted', 'n:' || n FROM generate_series(1, 5) n`);
    await writeBackup(from.url, from.blobs, join(folder, 'a.tar.gz'));
    await restoreBackup(to.url, to.blobs, join(folder, 'a.tar.gz'));

    const [next] = await to.database.query<{ id: string }>(
      `INSERT INTO audit_line (action, object) VALUES ('counted', 'n:6') RETURNING id`,
    );

    expect(Number(next!.id)).toBe(6);
  });

  it('is of one instant, while people go on writing, and of tables larger than a part', async () => {
    await from.database.query(
      `INSERT INTO person (email, name, sort_name) SELECT n || '@school.test', repeat('é', 150), 'x' FROM generate_series(1, 8000) n`,
    );
    let isOver = false;
    const writing = (async () => {
      for (let n = 1; !isOver; n += 1)
        await from.database.query(`INSERT INTO person (email, name, sort_name) VALUES ($1, 'Later', 'x')`, [`later${n}@school.test`]);
    })();

    const { tables } = await writeBackup(from.url, from.blobs, join(folder, 'a.tar.gz'));
    isOver = true;
    await writing;
    await restoreBackup(to.url, to.blobs, join(folder, 'a.tar.gz'));

    const [there] = await to.database.query<{ count: number }>('SELECT count(*)::int AS count FROM person');
    expect(there!.count).toBe(tables.find(({ name }) => name === 'person')!.rows);
  }, 60_000);

  it('keeps sessions and guesses to itself, and is readable by its owner alone', async () => {
    await from.database.query(`INSERT INTO session (sid, sess, expire) VALUES ('secret-session', '{}', now())`);
    await from.database.query(`INSERT INTO sign_in_failure (account, address) VALUES ('guessed-account', '203.0.113.9')`);
    const file = join(folder, 'a.tar.gz');

    await writeBackup(from.url, from.blobs, file);

    expect(gunzipSync(readFileSync(file)).toString('latin1')).not.toMatch(/secret-session|guessed-account/);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('is not made when a file is missing, and leaves nothing behind', async () => {
    const { sha256 } = await from.blobs.receive(Readable.from([Buffer.from('a file')]), 100);
    rmSync(join(from.folder, 'blobs', sha256.slice(0, 2), sha256.slice(2)));

    await expect(writeBackup(from.url, from.blobs, join(folder, 'a.tar.gz'))).rejects.toThrow(/ENOENT/);

    expect(existsSync(join(folder, 'a.tar.gz'))).toBe(false);
    expect(existsSync(join(folder, 'a.tar.gz.unfinished'))).toBe(false);
  });

  it('is not made of a file that has another length than its row says', async () => {
    const { sha256 } = await from.blobs.receive(Readable.from([Buffer.from('a file')]), 100);
    writeFileSync(join(from.folder, 'blobs', sha256.slice(0, 2), sha256.slice(2)), 'a longer file');

    await expect(writeBackup(from.url, from.blobs, join(folder, 'a.tar.gz'))).rejects.toThrow(/has 13 bytes instead of 6: run “doctor”/);

    expect(existsSync(join(folder, 'a.tar.gz.unfinished'))).toBe(false);
  });

  describe('put back', () => {
    const aBackup = async (): Promise<string> => {
      await from.database.query(`INSERT INTO person (email, name, sort_name) VALUES ('one@school.test', 'One', 'One')`);
      await from.blobs.receive(Readable.from([Buffer.from('a file that somebody handed in')]), 100);
      const file = join(folder, 'a.tar.gz');
      await writeBackup(from.url, from.blobs, file);
      return file;
    };
    /** The same archive after a change of its bytes. */
    const changed = (file: string, change: (tar: Buffer) => Buffer): string => {
      writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)))));
      return file;
    };
    const withFirst =
      (path: string, content: string, kind = '0') =>
      (tar: Buffer): Buffer => {
        const header = tarHeader(path, content.length, new Date(0));
        header.write(kind, 156);
        header.write('        ', 148);
        header.write(
          `${header
            .reduce((sum, byte) => sum + byte, 0)
            .toString(8)
            .padStart(6, '0')}\0 `,
          148,
        );
        const manifestEnds = 512 + Math.ceil(Number.parseInt(tar.toString('latin1', 124, 135), 8) / 512) * 512;
        return Buffer.concat([
          tar.subarray(0, manifestEnds),
          header,
          Buffer.from(content),
          tarPadding(content.length),
          tar.subarray(manifestEnds),
        ]);
      };
    /** The manifest is said to be longer than all that follows. */
    const longerFirst = (tar: Buffer): Buffer => Buffer.concat([tarHeader('manifest.json', tar.length, new Date(0)), tar.subarray(512)]);
    const replaced =
      (before: string, after: string) =>
      (tar: Buffer): Buffer =>
        Buffer.from(tar.toString('latin1').replace(before, after), 'latin1');

    it('is read as the former program wrote it', async () => {
      const file = await aBackup();
      const former = await formerArchive(gunzipSync(readFileSync(file)), new Date('2026-09-01'));
      writeFileSync(file, gzipSync(former));

      await restoreBackup(to.url, to.blobs, file);

      expect(former.toString('latin1', 0, 108)).toBe(`manifest.json${'\0'.repeat(87)}0000600\0`);
      expect(await contents(to.database)).toEqual(await contents(from.database));
      expect(await brokenIn(to)).toEqual([]);
    });

    it('goes into an empty database only', async () => {
      const file = await aBackup();
      await to.database.query(`INSERT INTO person (email, name, sort_name) VALUES ('here@school.test', 'Here', 'Here')`);

      await expect(restoreBackup(to.url, to.blobs, file)).rejects.toThrow(/The database is not empty: there are rows in “person”/);
    });

    it.each<readonly [string, (tar: Buffer) => Buffer, RegExp]>([
      ['a path out of its folder', withFirst('../../etc/cron.d/evil', 'x'), /name that no backup has/],
      ['an absolute path', withFirst('/etc/passwd', 'x'), /name that no backup has/],
      ['a path with a folder up in its middle', withFirst('blobs/../../evil', 'x'), /name that no backup has/],
      ['a symbolic link', withFirst('blobs/link', '', '2'), /something else than plain files/],
      ['a device', withFirst('blobs/device', '', '3'), /something else than plain files/],
      ['a table of the database itself', withFirst('tables/pg_authid/000001.ndjson', '{}\n'), /a file that no backup has/],
      ['a table that is left out', withFirst('tables/session/000001.ndjson', '{}\n'), /a file that no backup has/],
      ['a file nobody announced', withFirst(`blobs/${'a'.repeat(64)}`, 'x'), /not what the backup announced/],
      ['a file that was altered', replaced('a file that somebody', 'A FILE THAT SOMEBODY'), /other content than its name says/],
      ['another schema', replaced('CreateGrading1795305600008', 'CreateMagical1795305600008'), /another schema/],
      ['another format', replaced('attrait-backup-1', 'attrait-backup-9'), /that this version can read/],
      ['a row too few', replaced('{"name":"person","rows":1}', '{"name":"person","rows":2}'), /1 rows of “person” instead of 2/],
      ['an end that is missing', (tar) => tar.subarray(0, tar.length - TAR_END.length), /cut off/],
      ['half of itself', (tar) => tar.subarray(0, 5000), /cut off/],
      ['a file that is said to be longer than the rest', longerFirst, /no archive, or it is damaged/],
      ['a long name that hides another one', withFirst('blobs/link', '26 path=../../../etc/passwd\n', 'x'), /name that no backup has/],
      ['something else altogether', () => Buffer.from('not an archive'.repeat(100)), /no archive, or it is damaged/],
      ['an archive of something else', () => Buffer.concat([tarHeader('notes.txt', 0, new Date()), TAR_END]), /no backup of Attrait/],
    ])('is refused with %s, and leaves no row', async (_, change, reason) => {
      const file = changed(await aBackup(), change);

      await expect(restoreBackup(to.url, to.blobs, file)).rejects.toThrow(reason);

      expect(await to.database.query('SELECT FROM person')).toEqual([]);
      expect(existsSync(join(folder, 'evil'))).toBe(false);
    });

    it('can be tried again after it went wrong half-way', async () => {
      const file = await aBackup();
      const good = readFileSync(file);
      changed(file, replaced('{"name":"person","rows":1}', '{"name":"person","rows":2}'));
      await expect(restoreBackup(to.url, to.blobs, file)).rejects.toThrow();
      writeFileSync(file, good);

      await restoreBackup(to.url, to.blobs, file);

      expect(await contents(to.database)).toEqual(await contents(from.database));
    });
  });
});

describe('the commands', () => {
  let app: TestApp;
  let to: AnInstallation;
  let folder: string;

  beforeAll(async () => {
    app = await startApp();
    await app.nest.get(DemonstrationLoader).load();
    to = await anInstallation(`${NAME}_to`);
    folder = aFolder();
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    await to.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const attrait = (at: { url: string; folder: string }, ...words: string[]) =>
    runCommand(words, createApp, {
      DATABASE_URL: at.url,
      DATA_DIR: at.folder,
      SESSION_SECRET: 'a secret that only tests know, and long enough',
    });

  it('take a whole class from one installation to another, and overwrite nothing', async () => {
    const here = { url: app.env.DATABASE_URL!, folder: app.env.DATA_DIR };
    const file = join(folder, 'class.tar.gz');

    const written = await attrait(here, 'backup', file);
    const again = await attrait(here, 'backup', file, '--json');
    const restored = await attrait(to, 'restore', file, '--json');

    expect(written).toMatchObject({
      status: 0,
      out: expect.stringMatching(/class\.tar\.gz: \d+ rows of \d+ tables and \d+ files, \d+ bytes\./),
    });
    expect(again).toMatchObject({ status: 1, err: `${file} exists already. A backup overwrites nothing.` });
    expect(restored.status).toBe(0);
    expect(JSON.parse(restored.out)).toMatchObject({ broken: [], tables: { person: 29, posted_mark: 6 } });
    expect(await contents(to.database)).toEqual(await contents(app.database));
    expect((await attrait(to, 'doctor')).out).toMatch(/All is well\.$/);
  }, 60_000);

  it('back up what is there as it is, whatever its version, and nothing where nothing is', async () => {
    await recreate(`${NAME}_bare`);
    const bare = { url: urlOf(`${NAME}_bare`), folder };

    expect(await attrait(bare, 'backup', join(folder, 'bare.tar.gz'))).toMatchObject({
      status: 1,
      err: 'The database was never used: there is nothing to back up.',
    });
    expect(existsSync(join(folder, 'bare.tar.gz'))).toBe(false);
    expect((await attrait(bare, 'doctor')).out).toContain('CreatePeople1795305600001 is missing: run “npm run attrait -- migrate”');
    expect(await attrait(bare, 'migrate')).toMatchObject({ status: 0, out: expect.stringContaining('Done: CreatePeople1795305600001') });
    expect((await attrait(bare, 'doctor')).status).toBe(0);
  }, 60_000);

  it('say what is wrong with a file that is no backup, or not there', async () => {
    await emptied(to);
    const file = join(folder, 'not-a-backup');
    writeFileSync(file, 'hello');

    expect(await attrait(to, 'restore', join(folder, 'nowhere'))).toMatchObject({
      status: 1,
      err: `There is no file ${join(folder, 'nowhere')}.`,
    });
    expect(await attrait(to, 'restore', file)).toMatchObject({ status: 1, err: 'This is no backup of Attrait, or it is damaged.' });
    expect(await attrait(to, 'restore')).toMatchObject({ status: 2 });
  });
});

async function emptied({ database }: AnInstallation): Promise<void> {
  await database.query('TRUNCATE course, person, mail, blob, audit_line CASCADE');
}

interface SomeWork {
  readonly texts: Record<string, string>;
  readonly file: Uint8Array;
  readonly name: string;
  readonly at: Date;
}

/** A course in which a team has a draft for each of these, and everything around it. */
async function fill({ database, blobs }: AnInstallation, works: readonly SomeWork[]): Promise<void> {
  const one = async (sql: string, values: unknown[]): Promise<string> =>
    (await database.query<{ id: string }>(`${sql} RETURNING id`, values))[0]!.id;
  const person = await one(`INSERT INTO person (email, name, sort_name) VALUES ('a@school.test', 'Ada', 'Ada')`, []);
  const course = await one(`INSERT INTO course (slug, title_fr, title_en, term_fr, term_en) VALUES ('c', 't', 't', 't', 't')`, []);
  const section = await one('INSERT INTO section (course_id, name) VALUES ($1, $2)', [course, '01']);
  const assignment = await one('INSERT INTO assignment (course_id, key) VALUES ($1, $2)', [course, 'competitive-analysis']);
  for (const [number, { texts, file, name, at }] of works.entries()) {
    const { sha256 } = await blobs.receive(Readable.from([Buffer.from(file)]), 10_000);
    const team = await one('INSERT INTO team (course_id, section_id, name) VALUES ($1, $2, $3)', [course, section, `Team ${number}`]);
    const stage = await one(
      `INSERT INTO stage (course_id, assignment_id, key, number, opens_at, due_at) VALUES ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 day')`,
      [course, assignment, `stage-${number}`, number, at],
    );
    const draft = await one('INSERT INTO draft (course_id, stage_id, team_id, texts, updated_by) VALUES ($1, $2, $3, $4, $5)', [
      course,
      stage,
      team,
      JSON.stringify(texts),
      person,
    ]);
    await one(
      `INSERT INTO draft_file (draft_id, deliverable, sha256, name, media_type, added_by) VALUES ($1, 'report', $2, $3, 'text/plain', $4)`,
      [draft, sha256, name, person],
    );
    await one(`INSERT INTO mail (cause, recipient, language, subject, body, created_at) VALUES ($1, 'x', 'fr', $2, $3, $4)`, [
      `m:${number}`,
      name,
      JSON.stringify(texts),
      at,
    ]);
    await one(`INSERT INTO audit_line (action, object, detail) VALUES ('saved', $1, $2)`, [name, JSON.stringify(texts)]);
  }
}

async function storedIn({ database, blobs }: AnInstallation, bytes: Uint8Array): Promise<boolean> {
  const rows = await database.query<{ sha256: string }>('SELECT sha256 FROM blob WHERE size = $1', [bytes.length]);
  for (const { sha256 } of rows) {
    const chunks: Buffer[] = [];
    for await (const chunk of blobs.open(sha256)) chunks.push(chunk as Buffer);
    if (Buffer.concat(chunks).equals(Buffer.from(bytes))) return true;
  }
  return false;
}
