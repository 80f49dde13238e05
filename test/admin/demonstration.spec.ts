import * as cheerio from 'cheerio';
import { DemonstrationLoader } from '../../src/admin/demonstration/loader.js';
import { smallPdf } from '../../src/admin/demonstration/small-pdf.js';
import { examine } from '../../src/admin/doctor/examine.js';
import { createApp } from '../../src/app.js';
import { DEMONSTRATION_PASSWORD } from '../../src/auth/index.js';
import { PeopleService } from '../../src/people/index.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { DemonstrationNotice } from '../../src/platform/http/demonstration-notice.js';
import { MailService } from '../../src/platform/mail/mail.service.js';
import { type TestApp, startApp } from '../support/test-app.js';

const AT = '/courses/demo/assignments/competitive-analysis';

it('is made once by servers that start together over one empty database', async () => {
  const app = await startApp();
  const beside = await createApp(app.env);

  await Promise.all([app.nest.get(DemonstrationLoader).load(), beside.get(DemonstrationLoader).load()]);

  expect(await app.database.query('SELECT slug FROM course')).toEqual([{ slug: 'demo' }]);
  expect(beside.get(DemonstrationNotice).isShown).toBe(true);
  await beside.close();
  await app.stop();
}, 60_000);

describe('the demonstration class', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.nest.get(DemonstrationLoader).load();
  }, 60_000);
  afterAll(() => app.stop());

  const all = <Row>(sql: string): Promise<Row[]> => app.database.query<Row>(sql);
  const as = async (account: string) => app.as((await app.nest.get(PeopleService).findByEmail(`${account}@attrait.example`))!);

  it('has the people that its contract names, in two sections', async () => {
    const accounts = await app.nest.get(PeopleService).listDemonstrationAccounts();
    const count = (role: string): number => accounts.filter((account) => account.role === role).length;

    expect([count('lecturer'), count('assistant'), count('student'), count('admin')]).toEqual([1, 3, 24, 1]);
    expect(accounts.map(({ email }) => email)).toEqual(expect.arrayContaining(['student24@attrait.example', 'assistant3@attrait.example']));
    expect(await all('SELECT name FROM section ORDER BY name')).toEqual([{ name: '01' }, { name: '02' }]);
    expect(
      await all(`SELECT p.email, s.name FROM assistant_section a JOIN person p ON p.id = a.person_id JOIN section s ON s.id = a.section_id
                 WHERE p.email LIKE 'assistant3%'`),
    ).toEqual([{ email: 'assistant3@attrait.example', name: '02' }]);
  });

  it('has six teams of four, three in each section', async () => {
    const teams = await all<{ section: string; members: number }>(
      `SELECT s.name AS section, (SELECT count(*)::int FROM team_member m WHERE m.team_id = t.id) AS members
       FROM team t JOIN section s ON s.id = t.section_id ORDER BY s.name`,
    );

    expect(teams.map(({ section }) => section)).toEqual(['01', '01', '01', '02', '02', '02']);
    expect(teams.every(({ members }) => members === 4)).toBe(true);
  });

  it('has its first stage handed in by all, graded and posted', async () => {
    const [first] = await all(
      `SELECT count(DISTINCT s.team_id)::int AS teams, count(DISTINCT m.submission_id)::int AS posted, count(DISTINCT m.points)::int AS different
       FROM stage st JOIN submission s ON s.stage_id = st.id
       LEFT JOIN posting p ON p.stage_id = st.id AND p.ended_at IS NULL LEFT JOIN posted_mark m ON m.posting_id = p.id
       WHERE st.key = 'proposal'`,
    );

    expect(first).toEqual({ teams: 6, posted: 6, different: 6 });
  });

  it('has its second stage handed in by four teams, once late, in draft for one, empty for one', async () => {
    const teams = await all<{ name: string; late: boolean | null; draft: boolean; assessment: string | null }>(
      `SELECT t.name, s.handed_in_at > s.due_at AS late, d.id IS NOT NULL AS draft, a.state AS assessment
       FROM team t JOIN stage st ON st.course_id = t.course_id AND st.key = 'grid'
       LEFT JOIN submission s ON s.stage_id = st.id AND s.team_id = t.id
       LEFT JOIN draft d ON d.stage_id = st.id AND d.team_id = t.id
       LEFT JOIN assessment a ON a.submission_id = s.id ORDER BY t.name`,
    );

    expect(teams.filter(({ late }) => late !== null)).toHaveLength(4);
    expect(teams.filter(({ late }) => late).map(({ name }) => name)).toEqual(['Quai 9']);
    expect(teams.filter(({ late, draft }) => late === null && draft).map(({ name }) => name)).toEqual(['Cabestan']);
    expect(teams.filter(({ draft }) => !draft).map(({ name }) => name)).toEqual(['Verglas']);
    expect(teams.map(({ assessment }) => assessment).sort()).toEqual(['draft', 'draft', 'finished', null, null, null]);
  });

  it('lets a team hand in its second stage late, now', async () => {
    const student = await as('student21');
    const page = cheerio.load((await student.get(`${AT}/stages/grid`).expect(200)).text);
    const fields = {
      version: '0',
      request_key: page('[name=request_key]').val() as string,
      'text-agreement': 'Vingt publications, 90 % d’accord.',
      'text-gaps': 'Aucune cellule vide.',
      'text-ai_statement': 'Aucun usage.',
    };
    const files = [
      { field: 'file-codebook', name: 'guide.pdf', content: smallPdf('Guide', ['Version 1.0']) },
      { field: 'file-double_coding', name: 'codes.csv', content: 'publication,coder_1,coder_2\n' },
    ];

    const reply = await student.upload(`${AT}/stages/grid/submissions`, fields, files);

    expect(reply.status).toBe(303);
    const receipt = cheerio.load((await student.get(reply.headers['location']!).expect(200)).text);
    expect(receipt('main').text()).toMatch(/retard/i);
  });

  it('shows each role a home of its own, and says on every page what it is', async () => {
    for (const account of ['student1', 'student9', 'assistant3', 'lecturer']) {
      const page = cheerio.load((await (await as(account)).get('/courses/demo').expect(200)).text);

      expect(page('.demonstration').text()).not.toBe('');
    }
    expect(cheerio.load((await app.stranger().get('/sign-in').expect(200)).text)('.accounts li')).toHaveLength(29);
  });

  it('has five units published, the next ones scheduled for their class, and the last ones in draft', async () => {
    const releases = await all<{ state: string; count: number }>(
      'SELECT state, count(*)::int AS count FROM unit_release GROUP BY state ORDER BY state',
    );

    expect(releases).toEqual([
      { state: 'draft', count: 2 },
      { state: 'published', count: 5 },
      { state: 'scheduled', count: 2 },
    ]);
    expect(
      await all(
        `SELECT FROM unit_release r JOIN meeting m ON m.course_id = r.course_id AND m.unit_key = r.unit_key AND m.starts_at = r.opens_at`,
      ),
    ).toHaveLength(2);
  });

  it('has three announcements, one of them still to come for one section', async () => {
    const told = await all<{ title: string; waits: boolean; section: string | null }>(
      `SELECT a.title_fr AS title, a.published_at IS NULL AND a.publish_at > now() AS waits, s.name AS section
       FROM announcement a LEFT JOIN section s ON s.id = a.section_id ORDER BY a.publish_at`,
    );

    expect(told.map(({ waits, section }) => [waits, section])).toEqual([
      [false, null],
      [false, null],
      [true, '02'],
    ]);
    expect((await (await as('student1')).get('/courses/demo').expect(200)).text).toContain(told[1]!.title);
  });

  it('has checked itself on the units it had, most people once, and lets one of them count', async () => {
    const { database } = app;
    const [tries] = await database.query<{ people: number; units: number; late: number; shares: number }>(
      `SELECT count(DISTINCT person_id)::int AS people, count(DISTINCT unit_key)::int AS units, count(*) FILTER (WHERE answered_at > now())::int AS late,
              avg(cardinality(right_ones)::float8 / cardinality(asked)) AS shares FROM self_check_attempt`,
    );
    expect(tries).toMatchObject({ people: 24, units: 5, late: 0 });
    expect(tries!.shares).toBeGreaterThan(0.5);
    expect(tries!.shares).toBeLessThan(0.9);
    expect(await database.query('SELECT unit_key FROM self_check_counting WHERE counts')).toEqual([{ unit_key: 'web-uses' }]);
  });

  it('lets everybody in with the one password', async () => {
    const page = await app.stranger().get('/sign-in');
    const cookie = (page.headers['set-cookie'] as unknown as string[]).map((line) => line.split(';', 1)[0]).join('; ');
    const token = cheerio.load(page.text)('[name=_token]').val() as string;

    await app
      .stranger()
      .post('/sign-in')
      .set('cookie', cookie)
      .type('form')
      .send({ _token: token, email: 'assistant2@attrait.example', password: DEMONSTRATION_PASSWORD })
      .expect(303);
  });

  it('has told every member of what was handed in and posted, at the hour it happened', async () => {
    const { mails, total } = await app.nest.get(MailService).list(1, 200);
    const receipts = mails.filter(
      ({ cause, createdAt }) => cause.startsWith('receipt:') && Date.now() - createdAt.getTime() > 60 * 60 * 1000,
    );

    // Eleven attempts before the story above, and six posted marks; four readers each.
    expect(receipts).toHaveLength(11 * 4);
    expect(total).toBeGreaterThanOrEqual(11 * 4 + 6 * 4);
  });

  it('has one time for a posting and its mails, and wrote nobody at night', async () => {
    expect(
      await all(
        `SELECT DISTINCT m.created_at = p.posted_at AS "isOne" FROM posting p JOIN mail m ON m.cause LIKE 'posted:' || p.id || ':%'`,
      ),
    ).toEqual([{ isOne: true }]);
    expect(
      await all(
        `SELECT cause FROM mail WHERE created_at < pg_catalog.now() - interval '1 hour'
           AND extract(hour FROM created_at AT TIME ZONE 'America/Toronto') NOT BETWEEN 7 AND 22`,
      ),
    ).toEqual([]);
  });

  it('leaves every fact of the installation true, and nothing of its own clock behind', async () => {
    const broken: string[] = [];
    for await (const diagnosis of examine({ database: app.database, blobs: app.nest.get(Blobs) }))
      broken.push(...diagnosis.broken.map((what) => `${diagnosis.name}: ${what}`));

    expect(broken).toEqual([]);
    expect(await all(`SELECT nspname FROM pg_namespace WHERE nspname = 'past'`)).toEqual([]);
    const [clock] = await all<{ away: number }>('SELECT extract(epoch FROM now() - pg_catalog.now())::float8 AS away');
    expect(clock!.away).toBe(0);
  });
});
