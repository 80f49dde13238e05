import * as cheerio from 'cheerio';
import { jest } from '@jest/globals';
import { SearchService } from '../../src/search/search.service.js';
import { readableLine } from '../../src/platform/log/readable-line.js';
import { appForFile } from '../support/app-for-file.js';

/** What PostgreSQL says of a row that it refuses: the sentence is ours to know, the values are somebody’s. */
const broken = () => Object.assign(new Error('the index is away'), { code: 'XX001', detail: 'Key (name)=(Ariane Bélanger) exists.' });

describe('the log', () => {
  const app = appForFile({ env: () => ({ LOG_LEVEL: 'info', LOG_FORMAT: 'json' }) });

  /** Makes a route fail for somebody, and reads what the page and the log say of it. */
  async function failed(path: (slug: string) => string) {
    const student = await app.world.student();
    const { course } = await app.world.actor(student);
    const lines: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    jest.spyOn(app.nest.get(SearchService), 'search').mockRejectedValue(broken());
    const visitor = await app.as(student);
    const reply = await visitor.get(path(course.slug));
    jest.restoreAllMocks();
    return { student, visitor, reply, lines, course };
  }

  it('says a defect in one line, with the id that the page shows', async () => {
    const { reply, lines } = await failed((slug) => `/courses/${slug}/search?q=chagrin`);

    expect(reply.status).toBe(500);
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({
      level: 'error',
      message: 'the index is away',
      req: { method: 'GET', route: '/courses/:course/search' },
      err: { type: 'Error', code: 'XX001', stack: expect.stringContaining('log.spec') as string },
    });
    expect(line['request']).toMatch(/^[\da-f-]{36}$/);
    expect(cheerio.load(reply.text)('.lede').text()).toContain(String(line['request']));
  });

  it('holds nothing of who asked, what for, or what a database names in its detail', async () => {
    const { lines, student, visitor, course } = await failed((slug) => `/courses/${slug}/search?q=chagrin&key=private`);

    const [log] = lines;
    const cookie = visitor.cookie.slice(visitor.cookie.indexOf('=') + 1);
    for (const secret of ['chagrin', 'private', cookie, student.name, student.email, student.id, course.slug, 'Bélanger', '127.0.0.1'])
      expect(log).not.toContain(secret);
  });

  it('is silent about requests that went well, or were refused', async () => {
    const lines: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    await app.stranger().get('/').expect(200);
    await app.stranger().get('/nowhere').expect(404);
    jest.restoreAllMocks();

    expect(lines).toEqual([]);
  });
});

it('is said to eyes in one line, the stack below', () => {
  const line = {
    level: 'error',
    time: '2026-11-28T18:00:00.000Z',
    request: 'r-1',
    context: 'Http',
    err: { message: 'm', stack: 'Error: m\n    at x' },
  };

  expect(readableLine(JSON.stringify({ ...line, message: 'm' }))).toBe(
    '2026-11-28T18:00:00.000Z ERROR [Http] m request=r-1\nError: m\n    at x\n',
  );
});
