import * as cheerio from 'cheerio';
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { PeopleService } from '../../src/people/index.js';
import { appForFile } from '../support/app-for-file.js';

/** One line a directive, so that a change of policy is read as a change. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
];
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
const policyOf = (reply: request.Response) => reply.headers['content-security-policy']?.split(/;\s*/);

describe('every answer', () => {
  const app = appForFile();

  it.each([
    ['a page', '/sign-in', 200],
    ['a page that is not there', '/no/such/page', 404],
    ['a redirect', '/account', 303],
    ['a script', '/assets/manifest.json', 200],
  ])('forbids what no page of ours needs: %s', async (_, path, status) => {
    const reply = await app.stranger().get(path).expect(status);

    expect(reply.headers).toMatchObject(EVERYWHERE);
    expect(policyOf(reply)).toEqual(POLICY);
  });

  it('that refuses a write forbids the same', async () => {
    const reply = await app.stranger().post('/sign-in').type('form').send({ email: 'a@b.ca' }).expect(403);

    expect(reply.headers).toMatchObject(EVERYWHERE);
    expect(policyOf(reply)).toEqual(POLICY);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['with escapes that are no text', '/courses/%ff'],
    ['with half an escape', '/%'],
    ['of a script, with a letter in two ways', '/assets/%c0%af'],
    ['longer than any name', `/slides/fr/${'a'.repeat(500)}`],
  ])('to an address %s is our own page, in the reader’s language', async (_, address) => {
    const reply = await app.stranger().get(address).set('accept-language', 'en').expect(404);

    expect(reply.headers).toMatchObject({ ...EVERYWHERE, 'content-type': 'text/html; charset=utf-8' });
    expect(reply.text).toMatch(/<html lang="en-CA">[^]*Page not found/);
  });

  it('says nothing of what it is made with', async () => {
    const { headers } = await app.stranger().get('/sign-in');

    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('for one person alone is kept by no cache', async () => {
    const person = await app.nest.get(PeopleService).add({ email: 'kept@attrait.test', name: 'Kim Roy' });
    const browser = await app.as(person);

    expect((await browser.get('/account').expect(200)).headers['cache-control']).toBe('private, no-store');
    expect((await browser.get('/courses/none').expect(404)).headers['cache-control']).toBe('no-store');
    expect((await app.stranger().get('/account').expect(303)).headers['cache-control']).toBe('no-store');
  });

  it('with a hash in its name is kept for a year, and carries no cookie', async () => {
    const manifest = JSON.parse(readFileSync('dist/assets/manifest.json', 'utf8')) as Record<string, string>;
    const reply = await app.stranger().get(`/assets/${manifest['app.css']}`).expect(200);

    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(reply.headers).not.toHaveProperty('set-cookie');
  });

  it('stays inside the folder of assets', async () => {
    for (const path of ['/assets/../package.json', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/']) {
      const reply = await app.stranger().get(path);

      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.text).not.toContain('"attrait"');
    }
  });
});

describe('behind https', () => {
  const app = appForFile({ env: () => ({ PUBLIC_URL: 'https://attrait.test' }) });

  it('browsers are told to stay with it', async () => {
    const reply = await app.stranger().set('x-forwarded-proto', 'https').get('/sign-in').expect(200);

    expect(reply.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('no cookie leaves by another way, not even a language or a stranger’s form', async () => {
    const reply = await app.stranger().set('x-forwarded-proto', 'https').get('/sign-in?lang=en').expect(200);

    const cookies = [reply.headers['set-cookie'] ?? []].flat();
    expect(cookies.map((one) => one.split('=')[0]).sort()).toEqual(['attrait_lang', 'attrait_visitor']);
    expect(cookies.filter((one) => !/;\s*secure/i.test(one))).toEqual([]);
  });

  it('the session’s cookie is tied to this host and to https', async () => {
    const person = await app.nest.get(PeopleService).add({ email: 'https@attrait.test', name: 'Kim Roy' });
    const { cookie } = await app.as(person);

    expect(cookie).toMatch(/^__Host-attrait=/);
    await request(app.nest.getHttpServer()).get('/account').set({ cookie, 'x-forwarded-proto': 'https' }).expect(200);
  });

  it('nobody is believed about where a request comes from, unless they are named', async () => {
    const stranger = app.stranger().set({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' });
    const { text, headers } = await stranger.get('/sign-in');
    // Ours go over https alone, and this client speaks http.
    const cookie = [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]!);
    const form = { _token: cheerio.load(text)('input[name=_token]').val(), email: 'x@attrait.test', password: 'a wrong one' };
    await stranger.post('/sign-in').set('cookie', cookie.join('; ')).type('form').send(form);

    expect(await app.database.query('SELECT address FROM sign_in_failure')).toEqual([{ address: '127.0.0.1' }]);
  });
});
