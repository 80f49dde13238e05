import * as cheerio from 'cheerio';
import { CurriculumService } from '../../src/curriculum/index.js';
import { crawl } from '../support/crawl.js';
import { appForFile } from '../support/app-for-file.js';
import type { TestApp } from '../support/test-app.js';
import { type CoursePerson, DAY_MS } from '../support/world.js';

describe('those who teach look at the course as a student does', () => {
  const app = appForFile();
  const { world } = app;

  async function scene(role: 'lecturer' | 'assistant' = 'lecturer') {
    const student = await world.student();
    const { course } = student;
    await app.nest.get(CurriculumService).addReleases(course.id, [
      { unit: 'web-uses', state: 'published' },
      { unit: 'web-writing', state: 'scheduled', opensAt: new Date(Date.now() + DAY_MS) },
    ]);
    await world.assignment({ course, due: { proposal: DAY_MS } });
    const person: CoursePerson = role === 'lecturer' ? await world.lecturer({ course }) : await world.assistant();
    return { student, course, browser: await app.as(person), at: `/courses/${course.slug}` };
  }
  const read = async (browser: Awaited<ReturnType<TestApp['as']>>, path: string) =>
    cheerio.load((await browser.get(path).expect(200)).text);

  it.each(['lecturer', 'assistant'] as const)('as %s: told so plainly, with the way back', async (role) => {
    const { browser, at } = await scene(role);

    const page = await read(browser, `${at}?as=student`);

    expect(page('.view-as').text()).toContain('comme une étudiante ou un étudiant la voit');
    expect(page('.view-as a').attr('href')).toBe(at);
    expect(page('.due')).toHaveLength(1);
    expect((await read(browser, at))('.view-as')).toHaveLength(0);
  });

  it('finds what a student finds: the same units open, the others closed', async () => {
    const { browser, at, student } = await scene();

    const links = (page: cheerio.CheerioAPI): string[] =>
      page('.toc a')
        .map((_, link) => page(link).attr('href')!.replace('?as=student', ''))
        .get();
    expect(links(await read(browser, `${at}?as=student`))).toEqual(links(await read(await app.as(student), at)));

    await browser.get(`${at}/units/web-writing?as=student`).expect(404);
    await browser.get(`${at}/units/web-writing`).expect(200);
    const unit = await read(browser, `${at}/units/web-uses?as=student`);
    expect(unit('.release')).toHaveLength(0);
    expect(unit('.unit-side:not(.student-side)')).toHaveLength(0);
  });

  it('changes nothing there: every form in the page is asleep', async () => {
    const { browser, at } = await scene();

    const page = await read(browser, `${at}/units/web-uses?as=student`);

    expect(page('[data-island]')).toHaveLength(0);
    expect(page('main form').length).toBeGreaterThan(0);
    for (const form of page('main form').toArray()) expect(page(form).find('fieldset[disabled]')).toHaveLength(1);
    expect(page('.topbar form fieldset')).toHaveLength(0);
  });

  it('stays in that view from page to page, and finds no page that is forbidden on the way', async () => {
    const { browser, at } = await scene();

    const reached = await crawl(browser, [`${at}?as=student`], (path) => path.startsWith(at));

    expect([...reached].filter(([, { status }]) => status >= 400).map(([path]) => path)).toEqual([]);
    expect([...reached.keys()]).toContain(`${at}/units/web-uses?as=student`);
  });

  it('is nothing to a student, who is one already', async () => {
    const { student, at } = await scene();

    expect((await read(await app.as(student), `${at}?as=student`))('.view-as')).toHaveLength(0);
  });
});
