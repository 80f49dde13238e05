import * as cheerio from 'cheerio';
import { appForFile } from '../support/app-for-file.js';
import type { Student } from '../support/world.js';

describe('teams', () => {
  const app = appForFile();
  const { world } = app;

  beforeEach(async () => {
    await world.assignment();
  });

  const pageOf = ({ course }: Pick<Student, 'course'>): string => `/courses/${course.slug}/teams`;
  const textOf = (html: string, selector = 'main'): string => cheerio.load(html)(selector).text();
  const join = async (student: Student, team: { id: string }) => (await app.as(student)).post(`${pageOf(student)}/${team.id}/members`);
  const membersOf = async (team: { id: string }): Promise<number> =>
    (await app.database.query('SELECT FROM team_member WHERE team_id = $1', [team.id])).length;

  it('lets a student join a team of their section, and shows it as theirs', async () => {
    const team = await world.team({ name: 'Semelle Nord' });
    const newcomer = await world.student({ name: 'Inès Belhadj' });

    const joined = await join(newcomer, team);
    const reply = await (await app.as(newcomer)).get(joined.headers['location']!).expect(200);

    expect(textOf(reply.text, '.banner.ok')).toContain('Vous êtes dans Semelle Nord.');
    expect(textOf(reply.text, '#my-team')).toBe('Semelle Nord');
    expect(textOf(reply.text, '.card .team-people')).toContain('Inès Belhadj (vous)');
  });

  it('gives the last seat to one of two students who ask at once, and tells the other why', async () => {
    const team = await world.team({ seats: 2 });
    const two = [await world.student(), await world.student({ language: 'en' })];

    const replies = await Promise.all(two.map((student) => join(student, team)));

    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = replies.find(({ status }) => status === 409)!;
    expect(textOf(refused.text, '[role=alert]')).toMatch(/Toutes les places sont prises|All seats are taken/);
    expect(await membersOf(team)).toBe(2);
  });

  it('keeps fifty who ask at once within the seats', async () => {
    const team = await world.team({ members: [], seats: 5 });
    const crowd = await Promise.all(Array.from({ length: 50 }, () => world.student()));
    const visitors = await Promise.all(crowd.map((student) => app.as(student)));

    const replies = await Promise.all(
      visitors.map((visitor) => visitor.post(`/courses/${team.section.course.slug}/teams/${team.id}/members`)),
    );

    expect(replies.filter(({ status }) => status === 303)).toHaveLength(5);
    expect(await membersOf(team)).toBe(5);
  });

  it('seats a person in one team only, even when they ask for two at once', async () => {
    const [one, other] = [await world.team(), await world.team()];
    const visitor = await app.as(await world.student());
    const ask = ({ id }: { id: string }) => visitor.post(`/courses/${one.section.course.slug}/teams/${id}/members`);

    const replies = await Promise.all([ask(one), ask(other)]);

    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await membersOf(one)) + (await membersOf(other))).toBe(3);
  });

  it('makes a team with its maker in it, with as many seats as the assignment allows', async () => {
    const student = await world.student({ language: 'en' });
    const visitor = await app.as(student);

    const reply = await visitor.post(pageOf(student)).type('form').send({ name: '  Pain   perdu ' }).redirects(1);

    expect(textOf(reply.text, '#my-team')).toBe('Pain perdu');
    expect(textOf(reply.text, '.card')).toContain('2 more people are needed');
    expect(await app.database.query(`SELECT seats FROM team WHERE name = 'Pain perdu'`)).toEqual([{ seats: 5 }]);
  });

  it.each([
    ['nothing', '   ', 'Donnez un nom à l’équipe.'],
    ['a name that is too long', 'é'.repeat(81), 'Le nom compte 80 caractères au plus.'],
    ['a name somebody has', 'Cordo', 'Une équipe du cours porte déjà ce nom.'],
  ])('shows the form again for %s, with what was typed', async (_, name, sentence) => {
    await world.team({ name: 'Cordo' });
    const student = await world.student();

    const reply = await (await app.as(student)).post(pageOf(student)).type('form').send({ name }).expect(422);

    expect(textOf(reply.text, '#f-name-error')).toContain(sentence);
    expect(cheerio.load(reply.text)('#f-name').attr('value')).toBe(name.trim() === 'Cordo' ? 'Cordo' : name);
  });

  it('lets nobody join or leave once the team has handed in', async () => {
    const member = await world.student();
    const team = await world.team({ members: [member] });
    await app.database.query('UPDATE team SET locked_at = now() WHERE id = $1', [team.id]);

    const joining = await join(await world.student(), team);
    const leaving = await (await app.as(member)).post(`${pageOf(member)}/${team.id}/leave`);

    expect(joining.status).toBe(409);
    expect(textOf(joining.text, '[role=alert]')).toContain('a déjà remis un travail');
    expect(leaving.status).toBe(409);
    expect(await membersOf(team)).toBe(1);
  });

  it('frees the seat of whoever leaves before that', async () => {
    const member = await world.student();
    const team = await world.team({ members: [member] });

    const reply = await (await app.as(member)).post(`${pageOf(member)}/${team.id}/leave`).redirects(1);

    expect(textOf(reply.text, '.banner.ok')).toContain('Vous avez quitté l’équipe.');
    expect(await membersOf(team)).toBe(0);
  });

  it('does not know the teams of another section', async () => {
    const elsewhere = await world.team({ members: [await world.student({ section: await world.section() })], name: 'Ailleurs' });
    const student = await world.student();

    expect((await join(student, elsewhere)).status).toBe(404);
    expect((await (await app.as(student)).get(pageOf(student)).expect(200)).text).not.toContain('Ailleurs');
  });

  it('shows staff the teams of their sections, and no way to join', async () => {
    const [here, there] = [await world.section({ name: '01' }), await world.section({ name: '02' })];
    const team = await world.team({ section: here, name: 'Ici', members: [await world.student({ section: here, name: 'Maya Osei' })] });
    await world.team({ section: there, name: 'Là' });
    const assistant = await world.assistant({ sections: [here] });
    const lecturer = await world.lecturer({ course: here.course });

    const theirs = (await (await app.as(assistant)).get(pageOf(assistant)).expect(200)).text;
    const all = (await (await app.as(lecturer)).get(pageOf(lecturer)).expect(200)).text;

    expect(textOf(theirs)).toContain('Maya Osei');
    expect(textOf(theirs)).not.toContain('Là');
    expect(cheerio.load(theirs)('main form')).toHaveLength(0);
    expect(textOf(all)).toContain('Là');
    await (await app.as(assistant)).post(`${pageOf(assistant)}/${team.id}/members`).expect(404);
  });

  it('changes nothing in an archived course', async () => {
    const student = await world.student();
    const team = await world.team({ members: [await world.student()] });
    await world.archive(student.course);

    expect((await join(student, team)).status).toBe(409);
    expect((await (await app.as(student)).post(pageOf(student)).type('form').send({ name: 'Trop tard' })).status).toBe(409);
    expect(await membersOf(team)).toBe(1);
  });

  it('escapes a hostile name wherever it stands', async () => {
    const name = '"><svg onload=alert(1)>';
    const student = await world.student();
    await world.team({ name, members: [student] });

    const { text } = await (await app.as(student)).get(pageOf(student));

    expect(cheerio.load(text)('#my-team').text()).toBe(name);
    expect(cheerio.load(text)('main svg[onload]')).toHaveLength(0);
  });

  it('sends a stranger to sign in, and knows no team for people of other courses', async () => {
    const team = await world.team();
    const outsider = await world.student({ section: await world.section({ course: await world.course() }) });

    const stranger = await app.stranger().get(`/courses/${team.section.course.slug}/teams`);

    expect(stranger.status).toBe(303);
    expect(stranger.headers['location']).toMatch(/^\/sign-in\?next=/);
    await (await app.as(outsider)).get(`/courses/${team.section.course.slug}/teams`).expect(404);
  });
});
