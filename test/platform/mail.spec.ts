import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { MailService, type Message } from '../../src/platform/mail/mail.service.js';
import { SEND_DUE_MAIL, SEND_MAIL } from '../../src/platform/mail/outbox.js';
import { appForFile } from '../support/app-for-file.js';
import { type Mood, type Smtp, startSmtp } from '../support/smtp.js';

const MESSAGE: Message = {
  cause: 'test:1',
  recipient: 'camille@attrait.test',
  language: 'fr',
  subject: 'Reçu :\r\nBcc: tous@attrait.test',
  body: 'Bonjour,\n\nC’est reçu.',
};

describe('the outbox', () => {
  let smtp: Smtp;
  beforeAll(async () => (smtp = await startSmtp()));
  const app = appForFile({ env: () => ({ SMTP_URL: smtp.url }) });
  beforeEach(() => smtp.startOver());
  afterAll(() => smtp.stop());

  const write = (...messages: Message[]): Promise<void> => app.nest.get(MailService).write(messages);
  const row = async () =>
    (
      await app.database.query<{ sent_at: Date | null; due_at: Date | null; attempts: number; last_error: string | null }>(
        'SELECT * FROM mail',
      )
    )[0]!;
  /** What the next round finds, whenever it comes. */
  const round = async (): Promise<void> => {
    await app.nest.get(JobQueue).add(SEND_DUE_MAIL, [{ payload: {}, key: 'round:send-due-mail' }]);
    await app.drainJobs();
    await app.drainJobs();
  };
  const later = (): Promise<unknown> => app.database.query('UPDATE mail SET due_at = now() WHERE due_at IS NOT NULL');

  it('sends what was written with its cause, and nothing of what was taken back', async () => {
    await write(MESSAGE);
    const undone = app.database.transaction(async () => {
      await write({ ...MESSAGE, cause: 'test:2' });
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');

    await app.drainJobs();

    expect(smtp.deliveries).toHaveLength(1);
    expect(smtp.deliveries[0]).toMatchObject({ to: 'camille@attrait.test' });
    expect(smtp.deliveries[0]!.source).not.toMatch(/^bcc:/im);
    expect(await row()).toMatchObject({ sent_at: expect.any(Date), due_at: null, last_error: null });
  });

  it('says in the header where such messages are switched off, and that no person wrote them', async () => {
    await write({ ...MESSAGE, unsubscribeUrl: 'http://attrait.test/unsubscribe/x' });
    await app.drainJobs();

    const { source } = smtp.deliveries[0]!;
    expect(source).toMatch(/^List-Unsubscribe: <http:\/\/attrait\.test\/unsubscribe\/x>$/im);
    expect(source).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(source).toMatch(/^Content-Language: fr$/im);
  });

  it.each<Mood>(['refuses', 'is away'])(
    'of a server that %s for a day, then accepts, delivers each message once',
    async (mood) => {
      smtp.mood = mood;
      await write(MESSAGE, { ...MESSAGE, cause: 'test:2', recipient: 'alix@attrait.test' });
      for (let tries = 0; tries < 26; tries += 1) {
        await later();
        await round();
      }
      expect(await row()).toMatchObject({ sent_at: null, attempts: 26, last_error: expect.any(String) });
      await app.database.query(`UPDATE mail SET created_at = now() - interval '26 hours'`);

      smtp.mood = 'accepts';
      await round();
      expect(smtp.deliveries).toEqual([]);
      await later();
      await round();
      await later();
      await round();

      expect(smtp.deliveries.map(({ to }) => to).sort()).toEqual(['alix@attrait.test', 'camille@attrait.test']);
    },
    30_000,
  );

  it('waits 10, 20 and 40 minutes, then an hour, and gives up after five days', async () => {
    smtp.mood = 'refuses';
    await write(MESSAGE);
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      await later();
      await round();
      const [wait] = await app.database.query<{ minutes: number }>(
        `SELECT round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM mail`,
      );
      waits.push(wait!.minutes);
    }
    expect(waits).toEqual([10, 20, 40, 60, 60]);

    await app.database.query(`UPDATE mail SET created_at = now() - interval '6 days'`);
    await later();
    await round();
    expect(await row()).toMatchObject({ sent_at: null, due_at: null, last_error: expect.stringContaining('451') });
  });

  it('does not send twice what two processes find at once', async () => {
    await write(MESSAGE);
    const twice = [1, 2].map((copy) => ({ payload: { mailId: '' }, key: `copy:${copy}` }));
    const [{ id }] = (await app.database.query<{ id: string }>('SELECT id FROM mail')) as [{ id: string }];
    await app.nest.get(JobQueue).add(
      SEND_MAIL,
      twice.map((job) => ({ ...job, payload: { mailId: id } })),
    );

    await Promise.all([app.drainJobs(), app.drainJobs(), app.drainJobs()]);

    expect(smtp.deliveries).toHaveLength(1);
  });

  it('sends again, as the same message, what was accepted without a word', async () => {
    smtp.mood = 'silent after data';
    await write(MESSAGE);
    await app.drainJobs();
    smtp.mood = 'accepts';
    await later();
    await round();

    const ids = smtp.deliveries.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('without a mail server', () => {
  const app = appForFile();

  it('messages are kept for administrators, and not sent once there is one', async () => {
    await app.nest.get(MailService).write([MESSAGE]);
    await app.drainJobs();

    expect(await app.database.query('SELECT sent_at, due_at, attempts FROM mail')).toEqual([{ sent_at: null, due_at: null, attempts: 0 }]);
  });
});
