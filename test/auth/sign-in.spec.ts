import * as cheerio from 'cheerio';
import request from 'supertest';
import { Passwords } from '../../src/auth/index.js';
import { type NewPerson, PeopleService } from '../../src/people/index.js';
import { appForFile } from '../support/app-for-file.js';
import type { TestApp } from '../support/test-app.js';

const PASSWORD = 'une phrase assez longue';
const REFUSALS_BEFORE_SLOWING = 10;

type Browser = ReturnType<TestApp['stranger']>;

describe('signing in', () => {
  const app = appForFile({ setUp: keepHash });
  let hash: string;
  let count = 0;

  /** Somebody who can sign in. Hashing is paid for once: after the first, all have the same password and the same hash of it. */
  async function somebody(given: Partial<NewPerson> = {}) {
    const person = await app.nest.get(PeopleService).add({ name: 'Ariane Bélanger', email: `somebody${++count}@attrait.test`, ...given });
    if (hash) await app.database.query('INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)', [person.id, hash]);
    else await app.nest.get(Passwords).set(person.id, PASSWORD);
    return person;
  }

  async function keepHash(): Promise<void> {
    const { id } = await somebody({ email: 'the-first@attrait.test' });
    hash = (await app.database.query<{ password_hash: string }>('SELECT password_hash FROM credential WHERE person_id = $1', [id]))[0]!
      .password_hash;
  }

  /** Fills in the sign-in page as it comes. */
  async function signIn(browser: Browser, email: string, password = PASSWORD, more: Record<string, string> = {}) {
    const form = cheerio.load((await browser.get('/sign-in')).text)('form[action="/sign-in"]');
    return browser
      .post('/sign-in')
      .type('form')
      .send({ _token: String(form.find('[name=_token]').val()), email, password, ...more });
  }

  /** The browser's session cookie after this reply, as it would be sent back: the last of its name counts. */
  const cookieOf = (reply: request.Response): string => cookieLine(reply).split(';')[0]!;
  const cookieLine = (reply: request.Response): string => (reply.get('Set-Cookie') ?? []).findLast((line) => line.startsWith('attrait='))!;
  const withCookie = (cookie: string, path = '/account') => request(app.nest.getHttpServer()).get(path).set('cookie', cookie);
  const strangersAnswer = '/sign-in?next=%2Faccount';

  describe('a session', () => {
    it('gets a new id when somebody signs in, and the id before is worth nothing', async () => {
      const [ariane, bruno, browser] = [await somebody(), await somebody(), app.stranger()];
      const before = cookieOf(await signIn(browser, ariane.email));

      const _token = await tokenOf(browser);
      const after = cookieOf(await browser.post('/sign-in').type('form').send({ _token, email: bruno.email, password: PASSWORD }));

      expect(after).not.toBe(before);
      expect((await withCookie(before).expect(303)).headers['location']).toBe(strangersAnswer);
      expect((await withCookie(after).expect(200)).text).toContain(bruno.email);
    });

    it.each(['made up', 'once signed by us'])('does not take its id from the browser, were it %s', async (kind) => {
      const [{ email }, attacker] = [await somebody(), app.stranger()];
      const known = cookieOf(await signIn(attacker, (await somebody()).email));
      await attacker
        .post('/sign-out')
        .type('form')
        .send({ _token: await tokenOf(attacker) });
      const planted = kind === 'made up' ? 'attrait=planted-by-somebody-else.c2lnbmF0dXJl' : known;
      const victim = app.stranger();
      victim.jar.setCookie(`${planted}; path=/`, '127.0.0.1', '/');

      const own = cookieOf(await signIn(victim, email));

      expect(own).not.toBe(planted);
      await withCookie(planted).expect(303);
      await withCookie(own).expect(200);
    });

    it('ends with signing out, for whoever kept the cookie too', async () => {
      const [{ email }, browser] = [await somebody(), app.stranger()];
      const cookie = cookieOf(await signIn(browser, email));
      await withCookie(cookie).expect(200);

      const left = await browser
        .post('/sign-out')
        .type('form')
        .send({ _token: await tokenOf(browser) });

      expect(left.headers['location']).toBe('/');
      expect((await withCookie(cookie).expect(303)).headers['location']).toBe(strangersAnswer);
    });

    it('ends when the person is suspended', async () => {
      const [{ id, email }, browser] = [await somebody(), app.stranger()];
      const cookie = cookieOf(await signIn(browser, email));

      await app.database.query('UPDATE person SET suspended_at = now() WHERE id = $1', [id]);

      await withCookie(cookie).expect(303);
      expect((await signIn(app.stranger(), email)).status).toBe(422);
    });

    it('ends on every device when the password changes, and only the new password opens', async () => {
      const [{ email }, here, there] = [await somebody(), app.stranger(), app.stranger()];
      const [cookieHere, cookieThere] = [cookieOf(await signIn(here, email)), cookieOf(await signIn(there, email))];
      const change = { _token: await tokenOf(here), present: PASSWORD, fresh: 'une autre phrase, plus longue' };

      const changed = await here.post('/account/password').type('form').send(change);

      expect(changed.headers['location']).toBe('/sign-in?next=/account');
      await withCookie(cookieHere).expect(303);
      await withCookie(cookieThere).expect(303);
      expect((await signIn(app.stranger(), email)).status).toBe(422);
      expect((await signIn(app.stranger(), email, change.fresh)).status).toBe(303);
    });

    it('is kept in a cookie that scripts and other sites cannot use', async () => {
      const [{ email }, browser] = [await somebody(), app.stranger()];

      const cookie = cookieLine(await signIn(browser, email));

      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).toMatch(/; Path=\//);
    });

    it.each([
      ['a day for staff, who see other people’s work', { isAdmin: true }, 1],
      ['two weeks for students', {}, 14],
    ])('lasts %s', async (_, given, days) => {
      const { id, email } = await somebody(given);

      await signIn(app.stranger(), email);

      const [kept] = await app.database.query<{ days: number }>(
        `SELECT round(extract(epoch FROM expire - now()) / 86400)::int AS days FROM session WHERE sess ->> 'personId' = $1`,
        [id],
      );
      expect(kept!.days).toBe(days);
    });

    const tokenOf = async (browser: Browser) =>
      String(
        cheerio
          .load((await browser.get('/account').expect(200)).text)('[name=_token]')
          .first()
          .val(),
      );
  });

  describe('a refusal', () => {
    it('is one and the same for an unknown address, a wrong password and a suspended account', async () => {
      const [known, suspended] = [await somebody(), await somebody()];
      await app.database.query('UPDATE person SET suspended_at = now() WHERE id = $1', [suspended.id]);
      const browser = app.stranger();

      const replies = [
        await signIn(browser, known.email, 'not the password'),
        await signIn(browser, 'nobody@attrait.test', 'not the password'),
        await signIn(browser, suspended.email),
      ];

      const shown = replies.map((reply) => [reply.status, reply.text.replace(/value="[^"]*@attrait\.test"/, '')]);
      expect(shown[0]![0]).toBe(422);
      expect(shown[1]).toEqual(shown[0]);
      expect(shown[2]).toEqual(shown[0]);
    });

    it('keeps the address that was typed, and never the password', async () => {
      const reply = await signIn(app.stranger(), 'typed@attrait.test', 'typed-with-care');
      const page = cheerio.load(reply.text);

      expect(page('[name=email]').val()).toBe('typed@attrait.test');
      expect(page('[role=alert]').text()).toContain('L’adresse ou le mot de passe ne convient pas.');
      expect(reply.text).not.toContain('typed-with-care');
    });

    it('names each field that was left empty', async () => {
      const page = cheerio.load((await signIn(app.stranger(), '', '')).text);

      expect(page('#f-email').attr('aria-invalid')).toBe('true');
      expect(page('#f-password').attr('aria-invalid')).toBe('true');
      expect(
        page('.problems a')
          .toArray()
          .map((link) => page(link).attr('href')),
      ).toEqual(['#f-email', '#f-password']);
    });
  });

  describe('guessing', () => {
    /** The eleventh and later tries are refused before the password is looked at. */
    const guess = async (email: string, times: number) => {
      const browser = app.stranger();
      for (let i = 0; i < times; i += 1) await signIn(browser, email, `guess number ${i}`).then((reply) => expect(reply.status).toBe(422));
      return browser;
    };
    const passTime = (interval: string) => app.database.query(`UPDATE sign_in_failure SET at = at - interval '${interval}'`);

    it('is slowed from the eleventh try on, and says for how long in both languages', async () => {
      const { email } = await somebody();
      const browser = await guess(email, REFUSALS_BEFORE_SLOWING);

      const french = await signIn(browser, email, 'one more');
      const english = await signIn(browser.set('accept-language', 'en'), email, 'one more');

      expect([french.status, english.status]).toEqual([429, 429]);
      expect(Number(french.headers['retry-after'])).toBeGreaterThan(0);
      expect(french.text).toMatch(/Trop d’essais pour ce compte\. Réessayez dans \d+\u00a0s\./);
      expect(english.text).toContain('Too many tries for this account.');
    });

    it('of one account lets another of the same address sign in', async () => {
      const [guessed, other] = [await somebody(), await somebody()];

      await guess(guessed.email, REFUSALS_BEFORE_SLOWING);

      expect((await signIn(app.stranger(), guessed.email)).status).toBe(429);
      expect((await signIn(app.stranger(), other.email)).status).toBe(303);
    });

    it('locks nobody out: after the wait the right password opens', async () => {
      const { email } = await somebody();
      await guess(email, REFUSALS_BEFORE_SLOWING);

      await passTime('5 seconds');

      expect((await signIn(app.stranger(), email)).status).toBe(303);
    });

    it('is slowed too when the guesses come all at once', async () => {
      const { email } = await somebody();
      const browser = app.stranger();
      const _token = String(
        cheerio
          .load((await browser.get('/sign-in')).text)('[name=_token]')
          .val(),
      );

      const replies = await Promise.all(
        Array.from({ length: 60 }, (_, i) =>
          browser
            .post('/sign-in')
            .type('form')
            .send({ _token, email, password: `guess number ${i}` }),
        ),
      );

      // As many more than ten as there are connections may read at one moment.
      expect(replies.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(REFUSALS_BEFORE_SLOWING + 10);
    });

    describe('without end', () => {
      /** A browser on which somebody signed in and out again. */
      async function knownTo(email: string): Promise<Browser> {
        const browser = app.stranger();
        await signIn(browser, email);
        const _token = String(
          cheerio
            .load((await browser.get('/account')).text)('[name=_token]')
            .first()
            .val(),
        );
        await browser.post('/sign-out').type('form').send({ _token }).expect(303);
        return browser;
      }

      it('never keeps out who signed in on this device before', async () => {
        const { email } = await somebody();
        const known = await knownTo(email);
        await guess(email, REFUSALS_BEFORE_SLOWING);

        expect((await signIn(app.stranger(), email)).status).toBe(429);
        expect((await signIn(known, email.toUpperCase())).status).toBe(303);
        // Nor does that give who guesses new tries.
        expect((await signIn(app.stranger(), email)).status).toBe(429);
      });

      it('is slowed on a known device as well, and slows nobody else there', async () => {
        const { email } = await somebody();
        const known = await knownTo(email);
        for (let i = 0; i < REFUSALS_BEFORE_SLOWING; i += 1) expect((await signIn(known, email, `guess ${i}`)).status).toBe(422);

        expect((await signIn(known, email)).status).toBe(429);
        expect((await signIn(app.stranger(), email)).status).toBe(303);
      });

      it('takes no device for known that another account signed in on, or that we did not sign', async () => {
        const [guessed, other] = [await somebody(), await somebody()];
        const known = await knownTo(other.email);
        const forger = app.stranger();
        forger.jar.setCookie(`attrait_device=${'a'.repeat(22)}.${'b'.repeat(43)}; path=/sign-in`, '127.0.0.1', '/sign-in');
        await guess(guessed.email, REFUSALS_BEFORE_SLOWING);

        expect((await signIn(known, guessed.email)).status).toBe(429);
        expect((await signIn(forger, guessed.email)).status).toBe(429);
      });
    });

    it('is counted for accounts that do not exist as for others, so that nothing is learned from it', async () => {
      await guess('no-such@attrait.test', REFUSALS_BEFORE_SLOWING);

      expect((await signIn(app.stranger(), 'no-such@attrait.test')).status).toBe(429);
    });
  });

  it('lets a whole class in at once, from one address', async () => {
    await app.database.query('DELETE FROM sign_in_failure');
    const people = await Promise.all(Array.from({ length: 300 }, () => somebody()));

    const replies = await Promise.all(people.map(({ email }) => signIn(app.stranger(), email)));

    expect(replies.filter(({ status }) => status !== 303)).toEqual([]);
    expect(new Set(replies.map(cookieOf)).size).toBe(300);
  }, 240_000);

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example', 'javascript:alert(1)'])(
    'never leads elsewhere: %j',
    async (next) => {
      const { email } = await somebody();

      expect((await signIn(app.stranger(), email, PASSWORD, { next })).headers['location']).toBe('/');
      const asked = await app.stranger().get('/sign-in').query({ next });
      expect(cheerio.load(asked.text)('[name=next]').val()).toBe('/');
    },
  );

  it('leads back to the page that was asked for', async () => {
    const { email } = await somebody();
    const sent = await app.stranger().get('/account?done=preferences').expect(303);

    const form = cheerio.load((await app.stranger().get(sent.headers['location']!)).text);
    const next = String(form('[name=next]').val());

    expect((await signIn(app.stranger(), email, PASSWORD, { next })).headers['location']).toBe('/account?done=preferences');
  });

  describe('the language', () => {
    const langOf = (reply: request.Response) => cheerio.load(reply.text)('html').attr('lang');

    it('is what the browser asks for, then what was chosen here, then what the account says', async () => {
      const [{ email }, browser] = [await somebody({ language: 'fr' }), app.stranger().set('accept-language', 'en-GB, fr;q=0.5')];

      expect(langOf(await browser.get('/sign-in'))).toBe('en-CA');
      expect(langOf(await browser.get('/sign-in?lang=fr'))).toBe('fr-CA');
      expect(langOf(await browser.get('/sign-in'))).toBe('fr-CA');
      expect(langOf(await browser.get('/sign-in?lang=en'))).toBe('en-CA');
      await signIn(browser, email);
      expect(langOf(await browser.get('/account'))).toBe('fr-CA');
    });

    it('is French when nothing else is said', async () => {
      expect(langOf(await app.stranger().set('accept-language', 'de, *;q=0.1').get('/sign-in'))).toBe('fr-CA');
    });

    it('is remembered by the account once chosen there, on any device', async () => {
      const [{ email }, here, there] = [await somebody({ language: 'fr' }), app.stranger(), app.stranger()];
      await signIn(here, email);
      const form = cheerio.load((await here.get('/account')).text)('form[action="/language"]');

      const changed = await here
        .post('/language')
        .type('form')
        .send(Object.fromEntries(new URLSearchParams(form.serialize())));
      await signIn(there, email);

      expect(changed.headers['location']).toBe('/account');
      expect(langOf(await there.get('/account'))).toBe('en-CA');
    });
  });
});
