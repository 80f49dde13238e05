import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { type BrowserHeaders, signInOverHttp } from '../support/sign-in.js';
import { aFolder, attrait, freePort, type Program, ready, startServer } from '../support/program.js';
import { samples } from '../support/samples.js';

const ROUNDS = 6;
const STAGE = 'analysis';
const TEXTS = { finding: 'Un constat.', niche: 'Une niche.', limits: 'Quatre limites.', ai_statement: 'Aucun usage.' };
const LARGE = 400_000;

interface HandIn {
  readonly key: string;
  readonly content: Buffer<ArrayBuffer>;
}
interface Receipt extends HandIn {
  readonly submission: string;
}

/** Somebody of a team, and what they were told. */
interface Member {
  readonly who: BrowserHeaders;
  readonly teamId: string;
  readonly receipts: Receipt[];
  /** Sent, and never answered: nobody knows what became of it. */
  unanswered: HandIn | null;
}

/** The server as people run it, over a database that is as durable as theirs, and three teams that hand in without a pause. */
describe('killing the server while teams hand in', () => {
  const folder = aFolder();
  const members: Member[] = [];
  let program: Program;
  let url: string;
  let server: EmbeddedPostgres;
  let database: pg.Pool;

  beforeAll(async () => {
    await attrait(['--help'], {});
    await start();
    server = await startEmbeddedPostgres(join(folder, 'postgres'));
    database = new pg.Pool({ connectionString: server.url, max: 4 });
    await database.query(`UPDATE stage SET opens_at = now() - interval '1 day', due_at = now() + interval '9 days' WHERE key = $1`, [
      STAGE,
    ]);
    const { rows } = await database.query<{ email: string; team_id: string }>(
      `SELECT DISTINCT ON (m.team_id) p.email, m.team_id FROM team_member m JOIN person p ON p.id = m.person_id ORDER BY m.team_id LIMIT 3`,
    );
    for (const { email, team_id: teamId } of rows)
      members.push({ who: await signInOverHttp(url, email), teamId, receipts: [], unanswered: null });
  }, 180_000);

  afterAll(async () => {
    await database?.end();
    await program?.stop('SIGTERM');
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const start = async (): Promise<void> => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    program = startServer({ DATA_DIR: folder, PORT: String(port) });
    await ready(program, url);
  };

  /** The id of the submission, or null when the connection broke. */
  const handIn = async ({ who }: Member, { key, content }: HandIn): Promise<string | null> => {
    const form = new FormData();
    form.set('_token', who['x-form-token']);
    form.set('version', '0');
    form.set('request_key', key);
    for (const [name, text] of Object.entries(TEXTS)) form.set(`text-${name}`, text);
    form.set('file-analysis', new Blob([content]), `${key}.pdf`);
    const { cookie, 'sec-fetch-site': site } = who;
    const headers = { cookie, 'sec-fetch-site': site! };
    const address = `${url}/courses/demo/assignments/competitive-analysis/stages/${STAGE}/submissions`;
    const answer = await fetch(address, { method: 'POST', body: form, headers, redirect: 'manual' }).catch(() => null);
    if (!answer) return null;
    const to = /submissions\/([0-9a-f-]{36})\?/.exec(answer.headers.get('location') ?? '')?.[1];
    if (!to) throw new Error(`${answer.status} ${await answer.text()}`);
    return to;
  };

  const handInWithoutPause = async (member: Member): Promise<void> => {
    for (;;) {
      // A draft takes ten files: each round brings its own.
      await database.query('DELETE FROM draft_file WHERE draft_id IN (SELECT id FROM draft WHERE team_id = $1)', [member.teamId]);
      const work = { key: randomUUID(), content: Buffer.concat([samples.pdf(), randomBytes(LARGE)]) };
      member.unanswered = work;
      const submission = await handIn(member, work);
      if (!submission) return;
      member.receipts.push({ ...work, submission });
      member.unanswered = null;
    }
  };

  /** Press again what was never answered: it is there already, or it is handed in now, once. */
  const tryAgain = async (member: Member): Promise<void> => {
    if (!member.unanswered) return;
    const submission = await handIn(member, member.unanswered);
    member.receipts.push({ ...member.unanswered, submission: submission! });
    member.unanswered = null;
  };

  /** A killed process leaves its job taken, and the queue gives it back in its own time; what was never begun is done at once. */
  const lettersAreWritten = async (): Promise<void> => {
    await database.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM graphile_worker.jobs
       WHERE task_identifier = 'write-receipt' AND locked_by IS NOT NULL HAVING count(*) > 0`,
    );
    for (let tries = 0; tries < 200; tries += 1) {
      const { rows } = await database.query(`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'write-receipt'`);
      if (rows.length === 0) return;
      await wait(100);
    }
  };

  const expectKept = async ({ who }: Member, { submission, key, content }: Receipt): Promise<void> => {
    const { rows } = await database.query<{ id: string; name: string; sha256: string }>(
      'SELECT f.id, f.name, f.sha256 FROM submission_file f JOIN submission s ON s.id = f.submission_id WHERE s.id = $1 AND s.request_key = $2',
      [submission, key],
    );
    const file = rows.find(({ name }) => name === `${key}.pdf`)!;
    const hash = createHash('sha256').update(content).digest('hex');
    const page = await fetch(`${url}/courses/demo/submissions/${submission}`, { headers: { cookie: who.cookie } });
    const bytes = await fetch(`${url}/courses/demo/submissions/${submission}/files/${file.id}`, { headers: { cookie: who.cookie } });
    expect([page.status, bytes.status, file.sha256]).toEqual([200, 200, hash]);
    expect(await page.text()).toContain(hash);
    expect(
      createHash('sha256')
        .update(Buffer.from(await bytes.arrayBuffer()))
        .digest('hex'),
    ).toBe(hash);
  };

  it('loses no receipt that was shown, and makes one attempt of what is pressed again', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const before = members.map(({ receipts }) => receipts.length);
      const going = Promise.all(members.map(handInWithoutPause));
      await wait(60 + Math.random() * 900);
      await program.stop('SIGKILL');
      await going;
      await start();

      await Promise.all(members.map(tryAgain));
      for (const [index, member] of members.entries())
        for (const receipt of member.receipts.slice(before[index])) await expectKept(member, receipt);
    }
    const receipts = members.flatMap((member) => member.receipts);
    expect(receipts.length).toBeGreaterThan(ROUNDS * members.length);
    expect(new Set(receipts.map(({ submission }) => submission)).size).toBe(receipts.length);
  }, 300_000);

  it('numbers attempts without a gap, tells each member of each, and keeps no half of one', async () => {
    await lettersAreWritten();
    for (const { teamId, receipts } of members) {
      const { rows } = await database.query<{ attempt: number; mails: number; members: number }>(
        `SELECT s.attempt, (SELECT count(*)::int FROM mail WHERE cause LIKE 'receipt:' || s.id || ':%') AS mails,
                (SELECT count(*)::int FROM submission_member m WHERE m.submission_id = s.id) AS members
         FROM submission s JOIN stage t ON t.id = s.stage_id WHERE s.team_id = $1 AND t.key = $2 ORDER BY s.attempt`,
        [teamId, STAGE],
      );
      expect(rows.map(({ attempt }) => attempt)).toEqual(receipts.map((_, index) => index + 1));
      for (const { mails, members: inTeam } of rows) expect(mails).toBe(inTeam);
    }
  });

  it('leaves every fact as it must be', async () => {
    const { status, out } = await attrait(['doctor'], { DATA_DIR: folder });

    expect([status, out]).toEqual([0, expect.anything()]);
  }, 60_000);
});
