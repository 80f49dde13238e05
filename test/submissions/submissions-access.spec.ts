import { appForFile } from '../support/app-for-file.js';
import { samples } from '../support/samples.js';
import type { SomeTeam, Student } from '../support/world.js';
import { stageAt } from '../support/project.js';
import type { SubmittedWork } from '../../src/submissions/index.js';

describe('who reaches work', () => {
  let member: Student;
  let team: SomeTeam;
  let work: SubmittedWork;
  const app = appForFile({
    setUp: async ({ world: made }) => {
      member = await made.student();
      team = await made.team({ members: [member] });
      work = await made.submission({ team });
      await made.draft({ team, stage: 'grid', files: [{ deliverable: 'codebook', name: 'guide.pdf', content: samples.pdf() }] });
    },
  });
  const { world } = app;

  const slug = (): string => team.section.course.slug;
  const page = (): string => `/courses/${slug()}/submissions/${work.id}`;
  const file = (): string => `${page()}/files/${work.files[0]!.id}`;
  const draftFile = async (): Promise<string> =>
    `${stageAt(team.section.course, 'grid')}/files/${(await app.database.query<{ id: string }>(`SELECT id FROM draft_file WHERE name = 'guide.pdf'`))[0]!.id}`;

  it.each([
    ['a member of the team', async () => member, 200],
    ['an assistant of its section', async () => world.assistant({ sections: [team.section] }), 200],
    ['a lecturer of the course', async () => world.lecturer({ course: team.section.course }), 200],
    [
      'a student of another team',
      async () => (await world.team({ members: [await world.student({ section: team.section })] })).members[0]!,
      404,
    ],
    ['a student without a team', async () => world.student({ section: team.section }), 404],
    [
      'an assistant of another section',
      async () => world.assistant({ sections: [await world.section({ course: team.section.course })] }),
      404,
    ],
    ['a lecturer of another course', async () => world.lecturer({ course: await world.course() }), 404],
    ['an administrator of the platform', async () => world.admin(), 404],
  ])('%s', async (_, someone, status) => {
    const visitor = await app.as(await someone());

    await visitor.get(page()).expect(status);
    await visitor.get(file()).expect(status);
  });

  it('a stranger is sent to sign in, and back', async () => {
    for (const address of [page(), file(), stageAt(team.section.course), `/courses/${slug()}/assignments/competitive-analysis`]) {
      const reply = await app.stranger().get(address).expect(303);
      expect(reply.headers['location']).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
    }
  });

  it('a draft and its files are the team’s alone, not even the staff’s', async () => {
    await (await app.as(member)).get(await draftFile()).expect(200);
    const others = [
      await world.lecturer({ course: team.section.course }),
      (await world.team({ members: [await world.student({ section: team.section })] })).members[0]!,
    ];
    for (const other of others) await (await app.as(other)).get(await draftFile()).expect(404);
  });

  it('a file is found under its own submission and course only', async () => {
    const visitor = await app.as(member);
    const next = await world.submission({ team });
    const [foreign] = (await world.submission()).files;

    await visitor.get(`/courses/${slug()}/submissions/${next.id}/files/${work.files[0]!.id}`).expect(404);
    await visitor.get(`${page()}/files/${foreign!.id}`).expect(404);
    await visitor.get(`${page()}/files/not-an-id`).expect(404);
    await visitor.get(file().replace(slug(), (await world.course()).slug)).expect(404);
  });

  it('whoever leaves keeps what they handed in, and sees nothing that comes later; whoever comes sees all', async () => {
    const [leaver, stayer, newcomer] = [await world.student(), await world.student(), await world.student()];
    const group = await world.team({ members: [leaver, stayer] });
    const before = await world.submission({ team: group });
    await app.database.query('DELETE FROM team_member WHERE person_id = $1', [leaver.id]);
    await world.seat(group, newcomer);
    const after = await world.submission({ team: group, by: stayer });
    const at = (id: string): string => `/courses/${group.section.course.slug}/submissions/${id}`;

    const [left, came] = [await app.as(leaver), await app.as(newcomer)];
    await left.get(at(before.id)).expect(200);
    await left.get(at(after.id)).expect(404);
    await came.get(at(before.id)).expect(200);
    await came.get(at(after.id)).expect(200);
  });

  it('staff read the brief, and have no page to work on', async () => {
    const visitor = await app.as(await world.assistant({ sections: [team.section] }));

    await visitor.get(`/courses/${slug()}/assignments/competitive-analysis`).expect(200);
    await visitor.get(stageAt(team.section.course)).expect(404);
    await visitor.get(`/courses/${slug()}/assignments/unknown`).expect(404);
  });

  it('nobody changes what was handed in, not even by SQL', async () => {
    for (const table of ['submission', 'submission_file', 'submission_member']) {
      await expect(app.database.query(`DELETE FROM ${table}`)).rejects.toThrow('never changed');
      await expect(
        app.database.query(`UPDATE ${table} SET ${table === 'submission' ? 'attempt = 9' : 'submission_id = gen_random_uuid()'}`),
      ).rejects.toThrow('never changed');
    }
  });
});
