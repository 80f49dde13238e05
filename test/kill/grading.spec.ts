import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { type BrowserHeaders, signInOverHttp } from '../support/sign-in.js';
import { judged } from '../support/submissions-to-grade.js';
import { aFolder, attrait, freePort, type Program, ready, startServer } from '../support/program.js';

const ROUNDS = 6;
const GRADERS = ['lecturer@attrait.example', 'assistant1@attrait.example'];

interface Kept {
  readonly version: number;
  readonly comment: string;
  readonly criteria: readonly string[];
  readonly saves: readonly { readonly from: number; readonly applied: boolean; readonly said: string }[];
}

/** The server as people run it, over a database that is as durable as theirs, and two people who save without a pause. */
describe('killing the server while two people save', () => {
  const folder = aFolder();
  const acknowledged = new Map<string, number>();
  let program: Program;
  let url: string;
  let server: EmbeddedPostgres;
  let database: pg.Pool;
  let assessment: string;

  beforeAll(async () => {
    await attrait(['--help'], {});
    await start();
    server = await startEmbeddedPostgres(join(folder, 'postgres'));
    database = new pg.Pool({ connectionString: server.url, max: 2 });
    const { rows } = await database.query<{ id: string }>(
      `SELECT a.id FROM assessment a JOIN submission s ON s.id = a.submission_id JOIN stage t ON t.id = s.stage_id
      WHERE a.state = 'draft' AND t.key = 'grid' AND s.section_id IN (SELECT section_id FROM assistant_section x JOIN person p ON p.id = x.person_id WHERE p.email = $1) LIMIT 1`,
      [GRADERS[1]],
    );
    assessment = rows[0]!.id;
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

  /** Saves, each from the version the answer before it named, until nobody answers any more. */
  const saveWithoutPause = async (who: BrowserHeaders, name: string): Promise<void> => {
    let { version } = await kept();
    for (let made = 1; ; made += 1) {
      const said = `${name} ${made}`;
      const criteria = { evidence: { level: 'B', points: 14, comment: said }, coding: { level: 'A', points: 12, comment: said } };
      const answer = await put(who, { version, content: judged({ comment: said, criteria }) });
      if (!answer) return;
      if (answer.kind === 'saved') acknowledged.set(said, answer.version);
      version = answer.version;
    }
  };

  /** Null when the connection broke: then nobody knows what became of it. */
  const put = async (headers: BrowserHeaders, body: object): Promise<{ kind: string; version: number } | null> => {
    const answer = await fetch(`${url}/courses/demo/grading/${assessment}`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    }).catch(() => null);
    if (!answer) return null;
    if (![200, 409].includes(answer.status)) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json().catch(() => null) as Promise<{ kind: string; version: number } | null>;
  };

  const kept = async (): Promise<Kept> => {
    const { rows } = await database.query<Kept>(
      `SELECT a.version, a.comment, ARRAY(SELECT comment FROM assessment_criterion WHERE assessment_id = a.id) AS criteria,
              (SELECT coalesce(json_agg(json_build_object('from', made_from, 'applied', applied, 'said', content ->> 'comment') ORDER BY id), '[]')
               FROM assessment_save WHERE assessment_id = a.id) AS saves
       FROM assessment a WHERE a.id = $1`,
      [assessment],
    );
    return rows[0]!;
  };

  it('loses no save that was answered, and applies none by halves', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const people = await Promise.all(GRADERS.map((email) => signInOverHttp(url, email)));
      const saving = Promise.all(people.map((who, index) => saveWithoutPause(who, `${round} ${index}`)));
      await wait(80 + Math.random() * 400);
      await program.stop('SIGKILL');
      await saving;
      await start();

      const { version, comment, criteria, saves } = await kept();
      const applied = saves.filter((save) => save.applied);
      for (const [said, made] of acknowledged) expect(applied).toContainEqual({ from: made - 1, applied: true, said });
      expect(new Set(applied.map(({ from }) => from)).size).toBe(applied.length);
      expect(version).toBe(applied.at(-1)!.from + 1);
      expect([comment, ...criteria]).toEqual(Array(3).fill(applied.at(-1)!.said));
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  }, 240_000);

  it('leaves every fact as it must be', async () => {
    const { status, out } = await attrait(['doctor'], { DATA_DIR: folder });

    expect([status, out]).toEqual([0, expect.anything()]);
  }, 60_000);
});
