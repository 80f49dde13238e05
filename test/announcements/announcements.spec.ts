import { randomUUID } from 'node:crypto';
import * as cheerio from 'cheerio';
import { Notices } from '../../src/people/index.js';
import { PUBLISH_ANNOUNCEMENTS } from '../../src/announcements/publication.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { appForFile } from '../support/app-for-file.js';
import type { Visitor } from '../support/test-app.js';
import { DAY_MS } from '../support/world.js';

const FRENCH = { title_fr: 'Apportez un ordinateur', body_fr: 'Un par équipe **suffit**.' };
const ENGLISH = { title_en: 'Bring a computer', body_en: 'One a team is enough.' };

describe('announcements', () => {
  const app = appForFile();

  async function scene() {
    const { world } = app;
    const student = await world.student();
    const { course, section } = student;
    const other = await world.section({ course });
    const [english, elsewhere] = [await world.student({ section, language: 'en' }), await world.student({ section: other })];
    const [assistant, lecturer] = [await world.assistant({ sections: [section] }), await world.lecturer({ course })];
    const at = `/courses/${course.slug}/announcements`;
    const lecturerBrowser = await app.as(lecturer);
    return { world, student, english, elsewhere, assistant, lecturer, section, other, course, at, lecturerBrowser };
  }
  type Scene = Awaited<ReturnType<typeof scene>>;

  const send = (lecturerBrowser: Visitor, address: string, form: object) => lecturerBrowser.post(address).type('form').send(form);
  /** Written by its form, and its address. */
  async function written({ lecturerBrowser, at }: Scene, form: object = FRENCH): Promise<string> {
    const reply = await send(lecturerBrowser, at, { id: randomUUID(), when: 'now', ...form }).expect(303);
    return reply.headers['location']!.replace('?done=written', '');
  }
  const later = (milliseconds: number): string =>
    new Date(Date.now() + milliseconds).toLocaleString('sv', { timeZone: 'America/Toronto' }).slice(0, 16).replace(' ', 'T');
  const mails = () => app.database.query<{ recipient: string; subject: string; body: string }>('SELECT * FROM mail ORDER BY recipient');
  const recipients = async () => (await mails()).map(({ recipient }) => recipient).sort();
  const load = async (browser: Visitor, address: string) => cheerio.load((await browser.get(address).expect(200)).text);
  const titles = async (person: { id: string }, { at }: Scene) => {
    const page = await load(await app.as(person), at);
    return page('.announcements h2 a')
      .map((_, link) => page(link).text())
      .get();
  };
  const comesDue = async (): Promise<void> => {
    await app.database.query(`UPDATE announcement SET publish_at = now() - interval '1 minute' WHERE published_at IS NULL`);
  };
  const round = async (): Promise<void> => {
    await app.nest.get(JobQueue).add(PUBLISH_ANNOUNCEMENTS, [{ payload: {}, key: 'round' }]);
    await app.drainJobs();
  };

  describe('that are published now', () => {
    it('are read by everybody in the course, and mailed to all but their author, each in their language', async () => {
      const here = await scene();

      const page = await written(here, { ...FRENCH, ...ENGLISH });

      expect(await titles(here.student, here)).toEqual(['Apportez un ordinateur']);
      expect(await titles(here.english, here)).toEqual(['Bring a computer']);
      expect((await load(await app.as(here.elsewhere), page))('.prose strong').text()).toBe('suffit');
      expect(await recipients()).toEqual([here.student, here.english, here.elsewhere, here.assistant].map(({ email }) => email).sort());
      const [mail] = (await mails()).filter(({ recipient }) => recipient === here.english.email);
      expect(mail!.subject).toBe('Bring a computer · Entrepreneurial marketing');
      expect(mail!.body).toContain(`One a team is enough.`);
      expect(mail!.body).toContain(`${app.env.PUBLIC_URL}${page}`);
      expect(mail!.body).toMatch(/To stop receiving announcements by email:\n\S+\/unsubscribe\/announcements\//);
    });

    it('for one section are its own, and its assistants’ and the lecturers’', async () => {
      const here = await scene();
      const [away, colleague] = [
        await here.world.assistant({ sections: [here.other] }),
        await here.world.lecturer({ course: here.course }),
      ];

      const page = await written(here, { ...FRENCH, section: here.section.id });

      expect(await recipients()).toEqual([here.student, here.english, here.assistant, colleague].map(({ email }) => email).sort());
      for (const person of [here.elsewhere, away]) {
        await (await app.as(person)).get(page).expect(404);
        expect(await titles(person, here)).toEqual([]);
      }
      expect(await titles(here.assistant, here)).toEqual(['Apportez un ordinateur']);
    });

    it('are not mailed to whoever has left, is suspended, or has switched them off', async () => {
      const here = await scene();
      await app.nest.get(Notices).choose(here.student.id, { announcements: false });
      await app.database.query('UPDATE enrolment SET ended_at = now() WHERE person_id = $1', [here.english.id]);
      await app.database.query('UPDATE person SET suspended_at = now() WHERE id = $1', [here.elsewhere.id]);

      await written(here);

      expect(await recipients()).toEqual([here.assistant.email]);
      expect(await titles(here.student, here)).toEqual(['Apportez un ordinateur']);
    });

    it('are written once, however often their form is sent', async () => {
      const here = await scene();
      const form = { ...FRENCH, id: randomUUID(), when: 'now' };

      await Promise.all([1, 2, 3].map(() => send(here.lecturerBrowser, here.at, form).expect(303)));

      expect(await titles(here.student, here)).toHaveLength(1);
      expect(await mails()).toHaveLength(4);
    });

    it('in one language are marked with it for readers of the other', async () => {
      const here = await scene();
      const address = await written(here);

      const page = await load(await app.as(here.english), address);

      expect(page('h1').attr('lang')).toBe('fr');
      expect(page('.prose').parent().attr('lang')).toBe('fr');
      expect(page('main').text()).toContain('written in French only');
      expect((await load(await app.as(here.student), address))('h1').attr('lang')).toBeUndefined();
    });

    it('hold no markup but prose', async () => {
      const here = await scene();
      const body =
        '# Grand\n\n## Petit\n\n<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[ici](javascript:alert(1)) [là](https://x.org)';

      const page = await load(await app.as(here.student), await written(here, { ...FRENCH, body_fr: body }));

      expect(page('.prose script, .prose img, .prose [onerror], .prose a[href^="javascript"]')).toHaveLength(0);
      expect(page('.prose h2').text()).toBe('Grand');
      expect(page('.prose h3').text()).toBe('Petit');
      expect(page('.prose a[href="https://x.org"]').attr('rel')).toBe('noopener noreferrer');
    });
  });

  describe('that are scheduled', () => {
    it('are the team’s alone until their date, then appear and are mailed, once', async () => {
      const here = await scene();
      const page = await written(here, { ...FRENCH, when: 'later', publish_at: later(DAY_MS) });

      expect(await titles(here.student, here)).toEqual([]);
      await (await app.as(here.student)).get(page).expect(404);
      expect(await titles(here.assistant, here)).toEqual(['Apportez un ordinateur']);
      await app.drainJobs();
      expect(await mails()).toEqual([]);

      await comesDue();
      await app.database.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
      await app.drainJobs();
      expect(await titles(here.student, here)).toEqual(['Apportez un ordinateur']);
      expect(await mails()).toHaveLength(4);
      await round();
      expect(await mails()).toHaveLength(4);
    });

    it('are published by the next round where nothing ran at their date, by one process of many', async () => {
      const here = await scene();
      await written(here, { ...FRENCH, when: 'later', publish_at: later(DAY_MS) });
      await comesDue();
      await app.database.query('DELETE FROM graphile_worker._private_jobs');

      const rounds = Array.from({ length: 4 }, (_, copy) => ({ payload: {}, key: `copy:${copy}` }));
      await app.nest.get(JobQueue).add(PUBLISH_ANNOUNCEMENTS, rounds);
      await Promise.all([app.drainJobs(), app.drainJobs(), app.drainJobs()]);

      expect(await titles(here.student, here)).toHaveLength(1);
      expect(await mails()).toHaveLength(4);
      const audit = await app.database.query(`SELECT FROM audit_line WHERE action = 'announcement-published'`);
      expect(audit).toHaveLength(1);
    });

    it('can be put off, published at once, or withdrawn before', async () => {
      const here = await scene();
      const scheduled = { when: 'later', publish_at: later(DAY_MS) };
      const [putOff, atOnce, never] = [
        await written(here, { ...FRENCH, ...scheduled }),
        await written(here, { ...ENGLISH, ...scheduled }),
        await written(here, { ...FRENCH, ...scheduled }),
      ];

      await send(here.lecturerBrowser, `${putOff}/edit`, { ...FRENCH, version: 1, when: 'later', publish_at: later(3 * DAY_MS) }).expect(
        303,
      );
      await send(here.lecturerBrowser, `${atOnce}/edit`, { ...ENGLISH, version: 1, when: 'now' }).expect(303);
      await send(here.lecturerBrowser, `${never}/withdrawal`, { version: 1 }).expect(303);
      await app.database.query(`UPDATE announcement SET publish_at = publish_at - interval '2 days' WHERE published_at IS NULL`);
      await round();

      expect(await titles(here.student, here)).toEqual(['Bring a computer']);
    });
  });

  describe('on the pages of those who teach', () => {
    it('are looked at before anybody else sees them, with how many will get them', async () => {
      const here = await scene();
      const form = { ...FRENCH, ...ENGLISH, id: randomUUID(), when: 'now', section: here.section.id };

      const page = cheerio.load((await send(here.lecturerBrowser, `${here.at}/preview`, form).expect(200)).text);

      expect(page('.preview .prose strong').text()).toBe('suffit');
      expect(page('.preview').text()).toContain('3\u00a0personnes la recevront');
      expect(page('input[name=title_en]').val()).toBe('Bring a computer');
      expect(page('input[name=id]').val()).toBe(form.id);
      expect(page('input[name=section][checked]').val()).toBe(here.section.id);
      expect(await app.database.query('SELECT FROM announcement')).toEqual([]);
      expect(await mails()).toEqual([]);
    });

    it.each([
      ['nothing', {}, 'title_fr', 'dans une langue au moins'],
      ['a title without a text', { title_fr: 'Titre' }, 'body_fr', 'Écrivez le texte'],
      ['a text without a title', { ...FRENCH, body_en: 'Text' }, 'title_en', 'Donnez un titre'],
      ['a date gone by', { ...FRENCH, when: 'later', publish_at: '2020-01-01T08:00' }, 'publish_at', 'Cette date est passée'],
      ['no date', { ...FRENCH, when: 'later' }, 'publish_at', 'Donnez la date'],
      ['an hour that never comes', { ...FRENCH, when: 'later', publish_at: '2027-03-14T02:30' }, 'publish_at', 'n’existe pas ce jour-là'],
      ['an hour that comes twice', { ...FRENCH, when: 'later', publish_at: '2027-11-07T01:30' }, 'occurrence', 'deux fois'],
      ['somebody else’s section', { ...FRENCH, section: randomUUID() }, 'section', 'pas de ce cours'],
    ])('come back when they say %s, with all that was typed', async (_, form, field, sentence) => {
      const { lecturerBrowser, at } = await scene();

      const page = cheerio.load((await send(lecturerBrowser, at, { id: randomUUID(), when: 'now', ...form }).expect(422)).text);

      expect(page(`#f-${field}-error`).text().replace(/\s+/g, ' ')).toContain(sentence);
      for (const [name, value] of Object.entries(form)) if (name.startsWith('title')) expect(page(`[name=${name}]`).val()).toBe(value);
      expect(await app.database.query('SELECT FROM announcement')).toEqual([]);
    });

    it('are edited after they appeared without another mail, and say so', async () => {
      const here = await scene();
      const address = await written(here);
      await send(here.lecturerBrowser, `${address}/edit`, { ...FRENCH, title_fr: 'Apportez-en deux', version: 2, when: 'kept' }).expect(
        303,
      );

      expect(await titles(here.student, here)).toEqual(['Apportez-en deux']);
      expect((await load(await app.as(here.student), address))('.byline').text()).toContain('modifiée le');
      expect(await mails()).toHaveLength(4);
    });

    it('are not overwritten unseen: the second to save is shown both', async () => {
      const here = await scene();
      const address = await written(here);
      await send(here.lecturerBrowser, `${address}/edit`, { ...FRENCH, title_fr: 'Le premier', version: 2, when: 'kept' }).expect(303);

      const reply = await send(here.lecturerBrowser, `${address}/edit`, {
        ...FRENCH,
        title_fr: 'Le second',
        version: 2,
        when: 'kept',
      }).expect(409);
      const page = cheerio.load(reply.text);
      expect(page('[aria-labelledby=theirs]').text()).toContain('Le premier');
      expect(page('[name=title_fr]').val()).toBe('Le second');
      await send(here.lecturerBrowser, `${address}/withdrawal`, { version: 2 }).expect(409);

      const version = page('form[action$="/edit"] [name=version]').val();
      await send(here.lecturerBrowser, `${address}/edit`, { ...FRENCH, title_fr: 'Le second', version, when: 'kept' }).expect(303);
      expect(await titles(here.student, here)).toEqual(['Le second']);
    });

    it('once withdrawn are seen by the team alone, and stay as they were', async () => {
      const here = await scene();
      const address = await written(here);
      await send(here.lecturerBrowser, `${address}/withdrawal`, { version: 2 }).expect(303);

      expect(await titles(here.student, here)).toEqual([]);
      await (await app.as(here.student)).get(address).expect(404);
      expect((await load(await app.as(here.assistant), address))('.banner').text()).toContain('Cette annonce est retirée');
      await here.lecturerBrowser.get(`${address}/edit`).expect(403);
      await send(here.lecturerBrowser, `${address}/edit`, { ...FRENCH, version: 3, when: 'kept' }).expect(403);
    });

    it('are for lecturers to write, in a course that goes on', async () => {
      const here = await scene();
      for (const person of [here.student, here.assistant]) {
        await (await app.as(person)).get(`${here.at}/new`).expect(404);
        await send(await app.as(person), here.at, { ...FRENCH, when: 'now' }).expect(404);
      }
      await written(here, { ...FRENCH, when: 'later', publish_at: later(DAY_MS) });
      await app.database.query('UPDATE course SET archived_at = now()');

      await send(here.lecturerBrowser, here.at, { ...FRENCH, when: 'now' }).expect(403);
      await comesDue();
      await round();
      expect(await mails()).toEqual([]);
    });
  });

  it('are new until their reader has looked, and never to their author', async () => {
    const here = await scene();
    await written(here);
    const reader = await app.as(here.student);
    const news = async (browser: Visitor) => (await load(browser, here.at))('.announcements .badge.info').length;
    expect([await news(reader), await news(here.lecturerBrowser)]).toEqual([1, 0]);

    const until = (await load(reader, here.at))('#reading [name=until]').val();
    await reader.post(`${here.at}/reading`).type('form').send({ until }).expect(303);
    expect(await news(reader)).toBe(0);
    await written(here, ENGLISH);
    await reader.post(`${here.at}/reading`).type('form').send({ until }).expect(303);
    expect(await news(reader)).toBe(1);
  });

  it('are listed twenty a page', async () => {
    const here = await scene();
    await app.database.query(
      `INSERT INTO announcement (course_id, author_id, title_fr, body_fr, publish_at, published_at)
       SELECT $1, $2, 'Numéro ' || n, 'Texte', now(), now() - n * interval '1 hour' FROM generate_series(1, 21) n`,
      [here.course.id, here.lecturer.id],
    );
    const page = await load(await app.as(here.student), `${here.at}?page=2`);

    expect(page('.announcements h2 a').text()).toBe('Numéro 21');
    expect(page('a[rel=prev]').attr('href')).toBe(`${here.at}?page=1`);
    expect(await titles(here.student, here)).toHaveLength(20);
  });
});
