import { Notices } from '../../src/people/index.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { SEND_REMINDERS } from '../../src/submissions/remind/reminders.service.js';
import { appForFile } from '../support/app-for-file.js';
import { DAY_MS, HOUR } from '../support/world.js';

const FAR = { grid: 60 * DAY_MS, analysis: 70 * DAY_MS, report: 80 * DAY_MS };

describe('reminders', () => {
  const app = appForFile();
  const { world } = app;

  const round = async (): Promise<void> => {
    await app.nest.get(JobQueue).add(SEND_REMINDERS, [{ payload: {}, key: 'round' }]);
    await app.drainJobs();
  };
  const mails = () =>
    app.database.query<{ recipient: string; subject: string; body: string; cause: string }>(
      `SELECT * FROM mail WHERE cause LIKE 'reminder:%' ORDER BY created_at, recipient`,
    );
  const due = (milliseconds: number): Promise<void> => world.reschedule({ stage: 'proposal', due: milliseconds });

  /** A team of two and somebody without a team, a stage due as said, and all others far off. */
  async function scene(proposal: number) {
    const [first, second] = [await world.student(), await world.student({ language: 'en' })];
    const team = await world.team({ members: [first, second] });
    const alone = await world.student();
    await world.lecturer();
    await world.assistant();
    await world.assignment({ due: { ...FAR, proposal } });
    return { first, second, alone, team };
  }

  it('tell each student of a deadline a week before, a day before and once it has passed, each once', async () => {
    const { first, second, alone } = await scene(8 * DAY_MS);
    const everybody = [first, second, alone].map(({ email }) => email).sort();
    await round();
    expect(await mails()).toEqual([]);

    // The same deadline, as time goes by: its date in the cause stays as it was.
    for (const [left, kind] of [
      [7 * DAY_MS, 'week'],
      [DAY_MS, 'day'],
      [-HOUR, 'passed'],
    ] as const) {
      await due(left - 1000);
      await app.database.query(`UPDATE mail SET cause = 'old:' || cause`);
      await round();
      await round();
      const written = await mails();
      expect(written.map(({ recipient }) => recipient).sort()).toEqual(everybody);
      expect(written.every(({ cause }) => cause.includes(`:${kind}:`))).toBe(true);
    }
  });

  it('speak each one’s language, of the deadline in the course’s zone, and lead to the next step', async () => {
    const { first, second, alone, team } = await scene(5 * DAY_MS);
    await app.database.query(
      `UPDATE stage SET due_at = date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '5 days 4 hours 59 minutes' WHERE key = 'proposal'`,
    );
    await round();
    const [{ hour }] = (await app.database.query<{ hour: string }>(
      `SELECT to_char(due_at AT TIME ZONE 'America/Toronto', 'FMHH24') AS hour FROM stage WHERE key = 'proposal'`,
    )) as [{ hour: string }];
    const to = async ({ email }: { email: string }) => (await mails()).find(({ recipient }) => recipient === email)!;
    const stage = `${app.env.PUBLIC_URL}/courses/${first.course.slug}/assignments/competitive-analysis/stages/proposal`;

    expect((await to(first)).subject).toMatch(/^À remettre dans [45]\u00a0jours\u00a0: le jalon\u00a01, /);
    expect((await to(first)).body).toContain(`${hour}\u00a0h\u00a059`);
    expect((await to(first)).body.replace(/\s/g, ' ')).toContain(`Votre équipe, ${team.name}, n’a encore rien remis.`);
    expect((await to(first)).body).toContain(stage);
    expect((await to(second)).subject).toMatch(/^Due in [45] days: stage 1, /);
    expect((await to(alone)).body).toContain(`/courses/${first.course.slug}/teams`);
    expect((await to(alone)).body).not.toContain(stage);
  });

  it('leave in peace whoever has handed in, has switched them off, has left, or teaches', async () => {
    const { first, second, alone, team } = await scene(DAY_MS - HOUR);
    const [other, left] = [await world.student(), await world.student()];
    await world.team({ members: [other] });
    await app.database.query('UPDATE enrolment SET ended_at = now() WHERE person_id = $1', [left.id]);
    await app.nest.get(Notices).choose(alone.id, { reminders: false });
    await world.submission({ team, stage: 'proposal' });

    await round();

    expect((await mails()).map(({ recipient }) => recipient)).toEqual([other.email]);
    expect([first, second].every(({ email }) => email !== other.email)).toBe(true);
  });

  it('say what holds after a time when nothing ran, and nothing that no longer helps', async () => {
    await scene(20 * DAY_MS);
    await due(20 * HOUR);
    await round();
    expect(new Set((await mails()).map(({ cause }) => cause.split(':')[2]))).toEqual(new Set(['day']));

    await due(-40 * DAY_MS);
    await round();
    expect(await mails()).toHaveLength(3);
  });

  it('say until when late work is still taken', async () => {
    await scene(-2 * HOUR);
    await round();
    const { body } = (await mails())[0]!;

    expect(body).toContain('Le travail est encore accepté, avec pénalité, jusqu’au');
  });

  it('come again for a deadline that has moved', async () => {
    await scene(6 * DAY_MS);
    await round();
    await due(5 * DAY_MS);
    await round();

    expect(await mails()).toHaveLength(6);
  });

  it('are silent in a course that is archived', async () => {
    await scene(2 * DAY_MS);
    await app.database.query('UPDATE course SET archived_at = now()');
    await round();

    expect(await mails()).toEqual([]);
  });

  it('are written once by rounds that run side by side', async () => {
    await scene(2 * DAY_MS);
    const rounds = Array.from({ length: 4 }, (_, copy) => ({ payload: {}, key: `copy:${copy}` }));
    await app.nest.get(JobQueue).add(SEND_REMINDERS, rounds);
    await Promise.all([app.drainJobs(), app.drainJobs(), app.drainJobs()]);

    expect(await mails()).toHaveLength(3);
  });
});
