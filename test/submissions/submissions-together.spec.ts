import { randomUUID } from 'node:crypto';
import { appForFile } from '../support/app-for-file.js';
import { attemptsIn, CONTRACT, pressing, PROPOSAL, PROPOSAL_TEXTS, submissionOf } from '../support/project.js';
import type { Visitor } from '../support/test-app.js';
import type { SomeTeam } from '../support/world.js';

const FILES = [PROPOSAL, CONTRACT];

describe('handing in at the same instant', () => {
  const app = appForFile();
  const { world } = app;
  let team: SomeTeam;
  let members: Visitor[];

  beforeEach(async () => {
    const one = await world.student();
    team = await world.team({ members: [one, await world.student({ section: one.section })] });
    await world.assignment();
    members = await Promise.all(team.members.map((member) => app.as(member)));
  });

  const press = (index: number) => pressing(members[index % members.length]!, team.section.course);
  const numbers = async () => (await attemptsIn(app)).map(({ attempt }) => attempt);
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

  it('gives two members who press at once an answer each, and two attempts', async () => {
    const replies = await Promise.all([0, 1].map((place) => press(place).handIn({ files: FILES })));

    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(replies.map(submissionOf)).size).toBe(2);
    expect(await numbers()).toEqual([1, 2]);
    const times = await app.database.query<{ handed_in_at: Date }>('SELECT handed_in_at FROM submission ORDER BY attempt');
    expect(times[0]!.handed_in_at.getTime()).toBeLessThanOrEqual(times[1]!.handed_in_at.getTime());
  });

  it('numbers twenty without a gap', async () => {
    await press(0).save({ files: FILES });

    const replies = await Promise.all(upTo(20).map((place) => press(place).handIn({ fields: { ...PROPOSAL_TEXTS, version: '1' } })));

    expect(replies.map(({ status }) => status)).toEqual(upTo(20).map(() => 303));
    expect(await numbers()).toEqual(upTo(20));
    await app.drainJobs();
    expect(await app.database.query('SELECT FROM mail')).toHaveLength(40);
  });

  it('makes one attempt of the same click on texts alone, twenty times', async () => {
    await press(0).handIn({ files: FILES });
    const fields = { ...PROPOSAL_TEXTS, version: '1', request_key: randomUUID() };

    const replies = await Promise.all(upTo(20).map(() => press(0).handIn({ fields })));

    expect(new Set(replies.map(submissionOf)).size).toBe(1);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('does not let ten hand in what nobody of the others has seen, once the team is closed', async () => {
    await press(0).handIn({ files: FILES });
    const words = upTo(10).map((place) => `Version ${place}.`);

    const replies = await Promise.all(
      words.map((text, index) => press(index).handIn({ fields: { ...PROPOSAL_TEXTS, version: '1', 'text-focal': text } })),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([303, ...upTo(9).map(() => 409)]);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('makes one attempt and one receipt of the same click twenty times', async () => {
    const fields = { ...PROPOSAL_TEXTS, request_key: randomUUID() };

    const replies = await Promise.all(upTo(20).map(() => press(0).handIn({ fields, files: FILES })));

    expect(new Set(replies.map(submissionOf)).size).toBe(1);
    expect(await numbers()).toEqual([1]);
    await app.drainJobs();
    for (const [table, rows] of [
      ['submission_file', 2],
      ['draft_file', 2],
      ['mail', 2],
    ] as const)
      expect(await app.database.query(`SELECT FROM ${table}`)).toHaveLength(rows);
  });

  it('tells all but one of those whose texts differ, and loses no text', async () => {
    await press(0).save({ files: FILES });
    const words = upTo(10).map((place) => `Version ${place}.`);

    const replies = await Promise.all(
      words.map((text, index) => press(index).handIn({ fields: { ...PROPOSAL_TEXTS, version: '1', 'text-focal': text } })),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([303, ...upTo(9).map(() => 409)]);
    replies.forEach(({ status, text }, index) => expect(status === 303 || text.includes(words[index]!)).toBe(true));
    expect(await numbers()).toEqual([1]);
  });

  it('counts a member who leaves at that moment in or out, and never by half', async () => {
    const [first, other] = [press(0), members[1]!];

    const [handedIn, left] = await Promise.all([
      first.handIn({ files: FILES }),
      other.post(`/courses/${team.section.course.slug}/teams/${team.id}/leave`),
    ]);

    const inAttempt = await app.database.query('SELECT FROM submission_member');
    expect(handedIn.status).toBe(303);
    expect(inAttempt).toHaveLength(left.status === 303 ? 1 : 2);
    await app.drainJobs();
    expect(await app.database.query('SELECT FROM mail')).toHaveLength(inAttempt.length);
  });

  it('waits for a member who is leaving already, and counts them out', async () => {
    const [stayer, leaver] = team.members;
    await press(0).save();
    let handedIn: ReturnType<ReturnType<typeof press>['handIn']> | undefined;

    await app.database.transaction(async () => {
      await app.database.query('SELECT FROM team WHERE id = $1 FOR UPDATE', [team.id]);
      await app.database.query('DELETE FROM team_member WHERE person_id = $1', [leaver!.id]);
      handedIn = press(0).handIn({ files: FILES, fields: { ...PROPOSAL_TEXTS, version: '1' } });
      await Promise.race([handedIn, new Promise((enough) => setTimeout(enough, 500))]);
    });

    expect((await handedIn!).status).toBe(303);
    expect(await app.database.query('SELECT person_id FROM submission_member')).toEqual([{ person_id: stayer!.id }]);
  });

  it('judges a deadline by when the hand-in began, however long it waited or its files took', async () => {
    await press(0).save({ files: FILES });
    let handedIn: ReturnType<ReturnType<typeof press>['handIn']> | undefined;
    let due: Date | undefined;

    await app.database.transaction(async () => {
      await app.database.query('SELECT FROM draft FOR UPDATE');
      handedIn = press(0).handIn({ fields: { ...PROPOSAL_TEXTS, version: '1' } });
      await Promise.race([handedIn, new Promise((enough) => setTimeout(enough, 500))]);
      const rows = await app.database.query<{ due: Date }>(
        `UPDATE stage SET due_at = clock_timestamp() WHERE id = (SELECT stage_id FROM draft) RETURNING due_at AS due`,
      );
      due = rows[0]!.due;
    });

    expect((await handedIn!).status).toBe(303);
    const [attempt] = await app.database.query<{ at: Date }>('SELECT handed_in_at AS at FROM submission');
    expect(attempt!.at.getTime()).toBeLessThan(due!.getTime());
  });

  it('does not let two stages of one team wait for each other in a circle', async () => {
    await world.draft({ team, stage: 'grid' });
    await press(0).save({ files: FILES });
    const grid = { version: '1', 'text-agreement': 'Kappa.', 'text-gaps': 'Rien.', 'text-ai_statement': 'Aucun.' };

    const replies = await Promise.all(
      upTo(10).map((place) =>
        place % 2
          ? press(place).handIn({ fields: { ...PROPOSAL_TEXTS, version: '1' } })
          : press(place).handIn({ stage: 'grid', fields: grid }),
      ),
    );

    expect(replies.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect((await attemptsIn(app)).length).toBeGreaterThanOrEqual(6);
  });
});
