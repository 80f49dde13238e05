import type { Server } from 'node:http';
import * as cheerio from 'cheerio';
import { jest } from '@jest/globals';
import { appForFile } from '../support/app-for-file.js';

describe('a request', () => {
  const app = appForFile();

  it('with a sign that no text may hold is told so, and is no defect', async () => {
    const browser = app.stranger();
    const _token = String(
      cheerio
        .load((await browser.get('/sign-in')).text)('[name=_token]')
        .val(),
    );

    const reply = await browser.post('/sign-in').type('form').send({ _token, email: 'a\0b@attrait.test', password: 'x' }).expect(400);

    expect(cheerio.load(reply.text)('.lede').text()).toBe('La demande n’a pas pu être lue. Revenez en arrière et recommencez.');
  });

  it('while the database is away is asked to come back, in both languages', async () => {
    jest.spyOn(app.database, 'query').mockRejectedValue(Object.assign(new Error('terminating connection'), { code: '57P01' }));

    const french = await app.stranger().get('/sign-in').expect(503);
    const english = await app.stranger().get('/sign-in').set('accept-language', 'en').expect(503);

    expect(Number(french.headers['retry-after'])).toBeGreaterThan(0);
    expect(cheerio.load(french.text)('.lede').text()).toBe('Le service est occupé. Attendez quelques secondes et recommencez.');
    expect(cheerio.load(english.text)('.lede').text()).toBe('The service is busy. Wait a few seconds and try again.');
  });

  it('may take as long as large files need on a slow line, but not stand still', () => {
    const { requestTimeout, timeout } = app.nest.getHttpServer() as Server;

    expect(requestTimeout).toBeGreaterThanOrEqual(30 * 60_000);
    expect(timeout).toBe(120_000);
  });
});
