import { jest } from '@jest/globals';
import * as cheerio from 'cheerio';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';

describe('the syllabus', () => {
  const app = appForFile();

  const read = async (lang: string) => cheerio.load((await app.stranger().get(`/syllabus?lang=${lang}`).expect(200)).text);

  it.each([
    ['fr', 'Ce n’est pas le plan de cours officiel', 'Module 5', '10 %'],
    ['en', 'It is not the institution’s official syllabus', 'Unit 5', '10%'],
  ])('says in %s what standing it has, every week, weight and rule', async (lang, standing, unit, weight) => {
    const page = await read(lang);
    const text = page('main')
      .text()
      .replace(/\u00a0|\u202f/g, ' ');

    expect(page('.banner').text()).toContain(standing);
    expect(page('.weeks tbody tr')).toHaveLength(13);
    expect(text).toContain(unit);
    expect(text).toContain(weight);
    expect(page('.policies dt').length).toBeGreaterThanOrEqual(9);
  });

  it('fills the three hours of a class and the points of its rubrics', async () => {
    const { session, assessment } = app.nest.get(CurriculumContent).syllabus()!;

    expect(session.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(180);
    expect(assessment.map(({ criteria }) => criteria.reduce((sum, { points }) => sum + points, 0))).toEqual([0, 0, 15, 0, 20]);
  });

  it('is found from the foot of every page, and is missing where no file says it', async () => {
    expect(cheerio.load((await app.stranger().get('/').expect(200)).text)('.foot a[href="/syllabus"]')).toHaveLength(1);
    jest.spyOn(app.nest.get(CurriculumContent), 'syllabus').mockReturnValue(null);
    await app.stranger().get('/syllabus').expect(404);
  });
});
