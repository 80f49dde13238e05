import { runCommand } from '../../src/admin/index.js';
import { createApp } from '../../src/app.js';
import { Passwords } from '../../src/auth/index.js';
import { PeopleService } from '../../src/people/index.js';
import { appForFile } from '../support/app-for-file.js';
import { attrait } from '../support/program.js';

describe('the commands of an operator', () => {
  const app = appForFile();

  const settings = (): Record<string, string> => ({
    DATABASE_URL: app.env.DATABASE_URL!,
    SESSION_SECRET: app.env.SESSION_SECRET!,
    DATA_DIR: app.env.DATA_DIR,
  });
  const run = (...words: string[]) => runCommand(words, createApp, settings());
  const person = async (email: string) => (await app.nest.get(PeopleService).findByEmail(email))!;
  const audited = (action: string) =>
    app.database.query<{ detail: object }>('SELECT detail FROM audit_line WHERE action = $1 ORDER BY id', [action]);

  it('open an account whose password is shown once and works', async () => {
    const { status, out } = await run('user', 'add', 'Ada@School.test', '--name', 'Ada Lovelace', '--admin', '--json');

    expect(status).toBe(0);
    const { email, password } = JSON.parse(out) as { email: string; password: string };
    const ada = await person('ada@school.test');
    expect(email).toBe('ada@school.test');
    expect(ada).toMatchObject({ name: 'Ada Lovelace', sortName: 'Lovelace, Ada', isAdmin: true });
    expect(password).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){4}$/);
    expect(await app.nest.get(Passwords).check(ada.id, password)).toBe(true);
    expect(await audited('account-opened')).toEqual([{ detail: { isAdmin: true } }]);
  });

  it('make a course after its calendar, with somebody who teaches it, and enrol people in it', async () => {
    await run('user', 'add', 'prof@school.test', '--name', 'Prof Essor');

    const made = await run(
      'course',
      'new',
      'hiver-2027',
      '--starts',
      '2027-01-12',
      '--section',
      '01',
      '--section',
      '02',
      '--lecturer',
      'prof@school.test',
      '--json',
    );
    const student = await run(
      'user',
      'add',
      'etu@school.test',
      '--name',
      'Étu Diante',
      '--course',
      'hiver-2027',
      '--role',
      'student',
      '--section',
      '02',
      '--json',
    );
    const assistant = await run('user', 'add', 'prof@school.test', '--course', 'hiver-2027', '--role', 'assistant', '--section', '01');

    expect(made.status).toBe(0);
    const course = JSON.parse(made.out) as { meetings: { startsAt: string }[]; stages: { key: string; dueAt: string }[] };
    expect(course.meetings).toHaveLength(13);
    expect(course.meetings[9]!.startsAt).toBe('2027-03-16T22:30:00.000Z');
    expect(course.stages.map(({ key, dueAt }) => `${key} ${dueAt}`)).toEqual([
      'proposal 2027-02-08T04:59:00.000Z',
      'grid 2027-03-08T04:59:00.000Z',
      'analysis 2027-03-22T03:59:00.000Z',
      'report 2027-04-05T03:59:00.000Z',
    ]);
    expect(JSON.parse(student.out)).toMatchObject({ enrolment: { course: 'hiver-2027', role: 'student', sections: ['02'] } });
    expect(assistant).toMatchObject({ status: 1, err: 'prof@school.test is in the course hiver-2027 already.' });
    expect((await audited('enrolled')).map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ role: 'lecturer' }),
      expect.objectContaining({ role: 'student' }),
    ]);
    await (await app.as(await person('etu@school.test'))).get('/courses/hiver-2027/assignments/competitive-analysis').expect(200);
  });

  it('give another password, which ends every session', async () => {
    await run('user', 'add', 'lost@school.test', '--name', 'Lost Key');
    const lost = await person('lost@school.test');
    const browser = await app.as(lost);
    await browser.get('/account').expect(200);

    const given = JSON.parse((await run('user', 'password', 'lost@school.test', '--json')).out) as { password: string };

    await browser.get('/account').expect(303);
    expect(await app.nest.get(Passwords).check(lost.id, given.password)).toBe(true);
    expect(await audited('password-changed')).toHaveLength(1);
  });

  it('refuse the demonstration where there is somebody', async () => {
    await run('user', 'add', 'real@school.test', '--name', 'Real Person');

    expect(await run('demo')).toMatchObject({
      status: 1,
      err: 'The database is not empty. The demonstration is only loaded into an empty one.',
    });
  });

  it.each([
    ['an unknown person', ['user', 'password', 'nobody@school.test'], 'nobody@school.test has no account.'],
    [
      'an unknown course',
      ['user', 'add', 'x1@school.test', '--name', 'X', '--course', 'nope', '--role', 'lecturer'],
      'There is no course nope.',
    ],
    [
      'an unknown lecturer',
      ['course', 'new', 'c2', '--starts', '2027-01-12', '--lecturer', 'nobody@school.test'],
      'nobody@school.test has no account. Make it first, with “user add”.',
    ],
  ])('say so of %s, with status 1, and change nothing', async (_, words, sentence) => {
    expect(await run(...words)).toEqual({ status: 1, out: '', err: sentence });
    expect(await app.nest.get(PeopleService).findByEmail('x1@school.test')).toBeNull();
    expect(await app.database.query(`SELECT FROM course WHERE slug = 'c2'`)).toEqual([]);
  });

  it.each([
    ['no command', [], 'Name a command.'],
    ['an unknown one', ['dance'], 'There is no command “dance”.'],
    ['half of one', ['user'], 'There is no command “user”.'],
    ['an unknown option', ['doctor', '--gently'], "Unknown option '--gently'."],
    ['an option without its value', ['course', 'new', 'c', '--starts'], "Option '--starts <value>' argument missing."],
    ['a word too many', ['backup', 'a', 'b'], '“b” is one word too many.'],
    ['a word too few', ['restore'], 'The name of the archive is missing.'],
    ['no address', ['user', 'add', 'ada', '--name', 'Ada'], '“ada” is not an email address.'],
    ['no name', ['user', 'add', 'new@school.test'], '--name is missing.'],
    ['a role without a course', ['user', 'add', 'new@school.test', '--name', 'N', '--role', 'student'], '--course and --role go together.'],
    [
      'an unknown role',
      ['user', 'add', 'new@school.test', '--name', 'N', '--course', 'c', '--role', 'king'],
      '--role is one of student, assistant, lecturer.',
    ],
    [
      'a student of no section',
      ['user', 'add', 'new@school.test', '--name', 'N', '--course', 'c', '--role', 'student'],
      'A student has exactly one --section.',
    ],
    ['a day that is none', ['course', 'new', 'c', '--starts', '2027-02-30'], '“2027-02-30” is no day; one looks like 2027-01-12.'],
    [
      'an hour that is none',
      ['course', 'new', 'c', '--starts', '2027-01-12', '--from', '25:00'],
      '“25:00” is no hour; one looks like 18:30.',
    ],
    [
      'a class that ends before it begins',
      ['course', 'new', 'c', '--starts', '2027-01-12', '--to', '18:00'],
      'A class ends after it begins, on the same day.',
    ],
    [
      'a zone that is none',
      ['course', 'new', 'c', '--starts', '2027-01-12', '--zone', 'Mars/Olympus'],
      '“Mars/Olympus” is no time zone; one looks like America/Toronto.',
    ],
    [
      'a slug that is none',
      ['course', 'new', 'Hiver 2027', '--starts', '2027-01-12'],
      'A slug is made of small letters, digits and single hyphens: winter-2027.',
    ],
  ])('answer %s with the usage and status 2', async (_, words, sentence) => {
    const { status, out, err } = await run(...words);

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    expect(err).toContain('npm run attrait --');
  });

  it.each(['migrate', 'demo', 'doctor', 'user add', 'user password', 'course new', 'backup', 'restore'])(
    'explain themselves: %s --help',
    async (name) => {
      const { status, out } = await run(...name.split(' '), '--help');

      expect(status).toBe(0);
      expect(out).toContain(`npm run attrait -- ${name}`);
      expect(out).toContain('--json');
    },
  );

  it('name wrong settings as the server does', async () => {
    const { status, err } = await runCommand(['doctor'], createApp, { PORT: 'x' });

    expect(status).toBe(1);
    expect(err).toContain('PORT: read "x"; accepted: a number from 0 to 65535');
  });

  it('work as a program of their own, reading a password that stands nowhere else', async () => {
    const added = await attrait(
      ['user', 'add', 'stdin@school.test', '--name', 'Std In', '--password-stdin', '--json'],
      settings(),
      'une phrase de passe\n',
    );
    const short = await attrait(['user', 'password', 'stdin@school.test', '--password-stdin'], settings(), 'court\n');

    expect(added.status).toBe(0);
    expect(JSON.parse(added.out)).toEqual({ email: 'stdin@school.test', admin: false, enrolment: null });
    expect(await app.nest.get(Passwords).check((await person('stdin@school.test')).id, 'une phrase de passe')).toBe(true);
    expect(short).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('The password on standard input must have 12 to 128 characters.'),
    });
  }, 60_000);
});
