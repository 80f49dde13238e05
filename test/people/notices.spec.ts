import * as cheerio from 'cheerio';
import { type Notice, Notices } from '../../src/people/index.js';
import { appForFile } from '../support/app-for-file.js';

describe('notices', () => {
  const app = appForFile();

  async function scene() {
    const { world } = app;
    const [camille, alix] = [await world.student(), await world.student({ language: 'en' })];
    const notices = app.nest.get(Notices);
    const to = (cause: string, ...people: (typeof camille)[]): Notice[] =>
      people.map(({ id, email }) => ({
        personId: id,
        cause: `${cause}:${id}`,
        recipient: email,
        language: id === alix.id ? 'en' : 'fr',
        subject: 'Objet',
        body: 'Texte.',
      }));
    return { world, notices, camille, alix, to };
  }
  const mails = () =>
    app.database.query<{ recipient: string; body: string; unsubscribe_url: string }>('SELECT * FROM mail ORDER BY created_at, recipient');
  const linkOf = (mail: { unsubscribe_url: string } | undefined): string => mail!.unsubscribe_url.replace(app.env.PUBLIC_URL, '');

  it('reach whoever has not switched them off, kind by kind', async () => {
    const { notices, camille, alix, to } = await scene();
    await (await app.as(camille)).post('/account/notices').type('form').send({ reminders: 'on', marks: 'on' }).expect(303);

    await notices.write('announcements', to('a', camille, alix));
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([alix.email]);
    await notices.write('reminders', to('b', camille));
    expect(await mails()).toHaveLength(2);
  });

  it('are chosen on the account, which shows what holds', async () => {
    const { camille } = await scene();
    const browser = await app.as(camille);
    const checked = async () => {
      const page = cheerio.load((await browser.get('/account').expect(200)).text);
      return page('form[action="/account/notices"] input[type=checkbox][checked]')
        .map((_, box) => page(box).attr('name')!)
        .get();
    };

    expect(await checked()).toEqual(['announcements', 'reminders', 'marks']);
    await browser.post('/account/notices').type('form').send({ marks: 'on' }).expect(303).expect('location', '/account?done=notices');
    expect(await checked()).toEqual(['marks']);
    await browser.post('/account/notices').type('form').send({ marks: 'on', announcements: 'on' }).expect(303);
    expect(await checked()).toEqual(['announcements', 'marks']);
    await browser.post('/account/notices').type('form').send({ receipts: 'on' }).expect(422);
    expect(await checked()).toEqual(['announcements', 'marks']);
  });

  it('are switched off by the link at their foot, without signing in, and by a button alone', async () => {
    const { notices, camille, alix, to } = await scene();
    await notices.write('reminders', to('a', camille, alix));
    const [mail] = (await mails()).filter(({ recipient }) => recipient === camille.email);
    expect(mail!.body).toContain(`Pour ne plus recevoir de rappels d’échéance\u00a0:\n${mail!.unsubscribe_url}`);

    const reader = app.stranger();
    const page = cheerio.load((await reader.get(linkOf(mail)).expect(200)).text);
    expect(await app.nest.get(Notices).preferencesOf(camille.id)).toMatchObject({ reminders: true });
    const form = { _token: page('form[action^="/unsubscribe"] input[name=_token]').val() };
    const done = await reader.post(page('form[action^="/unsubscribe"]').attr('action')!).type('form').send(form).expect(303);
    expect((await reader.get(done.headers['location']!).expect(200)).text).toContain('Vous ne recevrez plus de rappels');

    expect(await app.nest.get(Notices).preferencesOf(camille.id)).toEqual({ announcements: true, reminders: false, marks: true });
    expect(await app.nest.get(Notices).preferencesOf(alix.id)).toMatchObject({ reminders: true });
  });

  it('obey no link that was not written here', async () => {
    const { notices, camille, alix, to } = await scene();
    await notices.write('reminders', to('a', camille));
    const link = linkOf((await mails())[0]);

    for (const forged of [
      link.replace('reminders', 'marks'),
      link.replace(camille.id, alix.id),
      link.slice(0, -1),
      `${link}a`,
      link.replace('reminders', 'receipts'),
    ])
      await app.stranger().get(forged).expect(404);
  });
});
