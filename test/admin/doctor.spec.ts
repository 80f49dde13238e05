import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommand } from '../../src/admin/index.js';
import { DemonstrationLoader } from '../../src/admin/demonstration/loader.js';
import { type Diagnosis, examine } from '../../src/admin/doctor/examine.js';
import { createApp } from '../../src/app.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { type TestApp, startApp } from '../support/test-app.js';

class Undo extends Error {}
const DAY_MS = 24 * 60 * 60 * 1000;

/** Each fact, and what breaks it: as a fault of the program or a hand in the tables would, past every constraint. */
const BROKEN_BY: readonly (readonly [fact: string, sql: string])[] = [
  ['migrations-known', `INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture1')`],
  ['migrations-known', `DELETE FROM migrations WHERE name LIKE 'CreateGrading%'`],
  ['attempts-without-gap', `UPDATE submission SET attempt = 3 WHERE attempt = 2`],
  [
    'attempts-without-gap',
    `UPDATE submission SET attempt = 2 WHERE id = (
       SELECT id FROM submission one WHERE attempt = 1
         AND NOT EXISTS (SELECT FROM submission two WHERE two.stage_id = one.stage_id AND two.team_id = one.team_id AND two.attempt = 2)
       LIMIT 1)`,
  ],
  ['attempts-follow-in-time', `UPDATE submission SET handed_in_at = handed_in_at - interval '10 days' WHERE attempt = 2`],
  ['receipts-unique', `ALTER TABLE submission DROP CONSTRAINT submission_receipt_key; UPDATE submission SET receipt = 'AAAAA-AAAAA'`],
  [
    'submissions-have-members',
    `DELETE FROM submission_member m USING submission s WHERE s.id = m.submission_id AND s.handed_in_by = m.person_id`,
  ],
  ['work-stays-in-its-course', `UPDATE submission SET course_id = gen_random_uuid()`],
  ['teams-keep-to-a-section', `UPDATE team SET section_id = (SELECT max(id::text)::uuid FROM section WHERE id <> team.section_id)`],
  ['history-is-guarded', `ALTER TABLE submission DISABLE TRIGGER submission_never_changes`],
  ['history-is-guarded', `DROP TRIGGER audit_line_never_changes ON audit_line`],
  ['assessments-name-their-rubric', `UPDATE rubric_version SET assignment_id = gen_random_uuid()`],
  ['levels-exist', `UPDATE assessment_criterion SET level = 'Z' WHERE level = 'A'`],
  ['levels-exist', `UPDATE assessment_criterion SET points = points + 0.5 WHERE level = 'A' AND points = 10`],
  ['levels-exist', `UPDATE assessment_criterion SET criterion = 'charm' WHERE criterion = 'framing'`],
  ['gates-exist', `UPDATE assessment SET gate_level = 'perhaps' WHERE gate_level = 'minor'`],
  ['finished-is-complete', `DELETE FROM assessment_criterion c USING assessment a WHERE a.id = c.assessment_id AND a.state = 'finished'`],
  ['finished-is-complete', `UPDATE assessment SET gate_level = NULL WHERE state = 'finished'`],
  ['saves-are-kept', `DELETE FROM assessment_save`],
  ['saves-are-kept', `UPDATE assessment SET version = version + 1`],
  [
    'one-posting-in-force',
    `DROP INDEX posting_one_in_force_idx; INSERT INTO posting (course_id, stage_id, posted_by) SELECT course_id, stage_id, posted_by FROM posting`,
  ],
  ['posted-marks-add-up', `ALTER TABLE posted_mark DROP CONSTRAINT posted_mark_adds_up; UPDATE posted_mark SET points = points + 1`],
  ['posted-marks-add-up', `UPDATE posted_mark SET earned = earned + 1, points = points + 1`],
  ['posted-marks-were-given', `UPDATE posted_mark SET assessment_version = assessment_version + 1`],
  ['posted-marks-were-given', `UPDATE assessment SET state = 'draft' WHERE id IN (SELECT assessment_id FROM posted_mark)`],
  ['posted-marks-were-given', `UPDATE assessment_save SET content = jsonb_set(content, '{criteria,framing,points}', '1')`],
  ['posted-marks-stay-in-their-stage', `UPDATE posting SET stage_id = (SELECT id FROM stage WHERE key = 'grid')`],
  ['postings-are-audited', `DELETE FROM audit_line WHERE action = 'marks-posted'`],
  ['postings-are-audited', `UPDATE posting SET ended_at = now(), ended_by = posted_by`],
  ['marks-are-audited', `DELETE FROM audit_line WHERE action = 'mark-given'`],
];

describe('the doctor', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.nest.get(DemonstrationLoader).load();
    // Decks are printed by a job, later.
    const { sha256 } = await app.nest.get(Blobs).receive(Readable.from([Buffer.from('%PDF-1.4')]), 100);
    await app.database.query(
      `INSERT INTO deck_pdf (unit_key, language, content_hash, sha256, pages, made_at) VALUES ('web-uses', 'fr', 'x', $1, 1, now())`,
      [sha256],
    );
  }, 60_000);
  afterAll(() => app.stop());

  async function examined(): Promise<Diagnosis[]> {
    const diagnoses: Diagnosis[] = [];
    for await (const diagnosis of examine({ database: app.database, blobs: app.nest.get(Blobs) })) diagnoses.push(diagnosis);
    return diagnoses;
  }
  const broken = (diagnoses: readonly Diagnosis[]): Diagnosis[] => diagnoses.filter((diagnosis) => diagnosis.broken.length > 0);

  /** What is found while the tables are as that statement leaves them; afterwards they are as before. */
  async function foundAfter(sql: string): Promise<Diagnosis[]> {
    let found: Diagnosis[] = [];
    const trial = app.database.transaction(async () => {
      // Past triggers and foreign keys, which would refuse.
      await app.database.query('SET LOCAL session_replication_role = replica');
      await app.database.query(sql);
      found = broken(await examined());
      throw new Undo();
    });
    await expect(trial).rejects.toThrow(Undo);
    return found;
  }

  it('finds a class well, and has looked at something for every fact', async () => {
    const diagnoses = await examined();

    expect(broken(diagnoses)).toEqual([]);
    expect(diagnoses.filter(({ looked }) => looked === 0).map(({ name }) => name)).toEqual(['no-abandoned-uploads']);
  });

  it.each(BROKEN_BY)('finds %s broken after: %s', async (fact, sql) => {
    const found = await foundAfter(sql);

    expect(found.map(({ name }) => name)).toContain(fact);
  });

  describe('over the files', () => {
    const pathOf = (sha256: string): string => join(app.env.DATA_DIR, 'blobs', sha256.slice(0, 2), sha256.slice(2));
    const someFile = async (table: string): Promise<string> => {
      const [row] = await app.database.query<{ sha256: string }>(
        `SELECT f.sha256 FROM ${table} f WHERE f.sha256 NOT IN (SELECT sha256 FROM ${table === 'draft_file' ? 'submission_file' : 'draft_file'}) OR $1 LIMIT 1`,
        [table !== 'draft_file'],
      );
      return row!.sha256;
    };

    it.each([
      ['handed-in-files', 'submission_file'],
      ['draft-files', 'draft_file'],
      ['deck-files', 'deck_pdf'],
    ])('finds %s broken when one is missing, or is another than was handed in', async (fact, table) => {
      const sha256 = await someFile(table);
      const content = readFileSync(pathOf(sha256));

      rmSync(pathOf(sha256));
      const missing = broken(await examined());
      writeFileSync(pathOf(sha256), Buffer.concat([content.subarray(1), Buffer.from('x')]));
      const altered = broken(await examined());
      writeFileSync(pathOf(sha256), content);

      expect(missing.find(({ name }) => name === fact)?.broken[0]).toContain('the file is missing');
      expect(altered.find(({ name }) => name === fact)?.broken[0]).toContain('other content');
      expect(broken(await examined())).toEqual([]);
    });

    it('names an upload that was cut off more than a day ago, and the next start sweeps it', async () => {
      const incoming = join(app.env.DATA_DIR, 'blobs', 'incoming');
      mkdirSync(incoming, { recursive: true });
      const [old, fresh] = [join(incoming, 'old'), join(incoming, 'fresh')];
      for (const path of [old, fresh]) writeFileSync(path, 'half of a fi');
      utimesSync(old, new Date(Date.now() - 2 * DAY_MS), new Date(Date.now() - 2 * DAY_MS));

      expect(broken(await examined())).toEqual([expect.objectContaining({ name: 'no-abandoned-uploads', broken: [old] })]);

      await app.nest.get(Blobs).sweep(new Date(Date.now() - DAY_MS));
      expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
    });
  });

  describe('as a command', () => {
    const doctor = (...words: string[]) =>
      runCommand(['doctor', ...words], createApp, {
        DATABASE_URL: app.env.DATABASE_URL,
        SESSION_SECRET: app.env.SESSION_SECRET,
        DATA_DIR: app.env.DATA_DIR,
      });

    it('says line by line that all is well', async () => {
      const { status, out } = await doctor();

      expect(status).toBe(0);
      expect(
        out
          .split('\n')
          .slice(0, -1)
          .every((line) => line.startsWith('ok ')),
      ).toBe(true);
      expect(out).toMatch(/\nAll is well\.$/);
    });

    it('names what is broken, for people and for programs, and ends with status 1', async () => {
      await app.database.query(`ALTER TABLE submission DISABLE TRIGGER submission_never_changes`);
      const [told, asJson] = [await doctor(), await doctor('--json')];
      await app.database.query(`ALTER TABLE submission ENABLE TRIGGER submission_never_changes`);

      expect(told.status).toBe(1);
      expect(told.out).toContain(
        'BROKEN  Rows that must never change are guarded by the database.\n          table submission: its trigger is missing or switched off',
      );
      expect(told.out).toMatch(/\nBroken: history-is-guarded\.$/);
      expect(asJson.status).toBe(1);
      expect(JSON.parse(asJson.out)).toMatchObject({ isWell: false });
    });

    it('says no more than that of a database of another version', async () => {
      await app.database.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'GrantWishes9999999999999')`);
      const { status, out } = await doctor();
      await app.database.query(`DELETE FROM migrations WHERE name = 'GrantWishes9999999999999'`);

      expect(status).toBe(1);
      expect(out.split('\n')).toEqual([
        'BROKEN  The database has exactly the migrations of this program.',
        '          GrantWishes9999999999999 is not known to this program: the database is newer',
        'Broken: migrations-known.',
      ]);
    });
  });
});
