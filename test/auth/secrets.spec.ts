import type { AddressInfo } from 'node:net';
import * as cheerio from 'cheerio';
import { createApp } from '../../src/app.js';
import { Notices, PrivateAddresses } from '../../src/people/index.js';
import { appForFile } from '../support/app-for-file.js';

const [OLD, NEW] = ['o'.repeat(40), 'n'.repeat(40)];

describe('a new secret', () => {
  const app = appForFile({ env: () => ({ SESSION_SECRET: OLD }) });

  /** What somebody holds who came while the old secret was the only one: a session with a page open, a mail, a calendar. */
  async function heldBefore() {
    const student = await app.world.student();
    const { cookie } = await app.as(student);
    const page = await fetch(`${app.url}/account`, { headers: { cookie } });
    const token = cheerio
      .load(await page.text())('form[action="/account/notices"] input[name=_token]')
      .val() as string;
    const notice = { personId: student.id, cause: 'x', recipient: student.email, language: 'fr' as const, subject: 'O', body: 'T' };
    await app.nest.get(Notices).write('reminders', [notice]);
    const [mail] = await app.database.query<{ url: string }>('SELECT unsubscribe_url AS url FROM mail');
    const actor = await app.world.actor(student);
    const calendar = await app.nest.get(PrivateAddresses).issue(actor, 'calendar');
    return { actor, cookie, token, calendar, unsubscribe: mail!.url.replace(app.env.PUBLIC_URL, '') };
  }

  /** The same installation after a restart with that setting. */
  async function restarted<T>(secret: string, work: (url: string, addresses: PrivateAddresses) => Promise<T>): Promise<T> {
    const next = await createApp({ ...app.env, SESSION_SECRET: secret });
    await next.listen(0, '127.0.0.1');
    try {
      return await work(`http://127.0.0.1:${(next.getHttpServer().address() as AddressInfo).port}`, next.get(PrivateAddresses));
    } finally {
      await next.close();
    }
  }

  it('before the old one signs nobody out: sessions, open pages, links in mails and calendars go on', async () => {
    const { actor, cookie, token, calendar, unsubscribe } = await heldBefore();

    await restarted(`${NEW},${OLD}`, async (url, addresses) => {
      expect((await fetch(`${url}/account`, { headers: { cookie }, redirect: 'manual' })).status).toBe(200);
      const body = new URLSearchParams({ _token: token, reminders: 'on' });
      const saved = await fetch(`${url}/account/notices`, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
      expect(saved.status).toBe(303);
      expect((await fetch(url + unsubscribe)).status).toBe(200);
      expect(await addresses.find(actor, 'calendar')).toMatchObject({ token: calendar });
      expect((await fetch(`${url}/courses/${actor.course.slug}/calendar.ics?key=${calendar}`)).status).toBe(200);
    });
  });

  it('in place of the old one signs everybody out, and an old form is nobody’s', async () => {
    const { cookie, token, unsubscribe } = await heldBefore();

    await restarted(NEW, async (url) => {
      expect((await fetch(`${url}/account`, { headers: { cookie }, redirect: 'manual' })).status).toBe(303);
      const body = new URLSearchParams({ _token: token });
      expect((await fetch(`${url}/sign-in`, { method: 'POST', headers: { cookie }, body })).status).toBe(403);
      expect((await fetch(url + unsubscribe)).status).toBe(404);
    });
  });
});
