import { randomUUID } from 'node:crypto';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { parse } from '../support/csv.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf } from '../support/pages.js';
import type { CoursePerson } from '../support/world.js';

const UNIT = 'web-writing';

describe('self-checks that count towards participation', () => {
  const app = appForFile();

  /** A class with two students and an assistant who tried, and a lecturer who says whether it counts. */
  const aClass = async () => {
    const { world } = app;
    const rosalie = await world.student({ name: 'Rosalie Aubin' });
    const zoe = await world.student({ name: 'Zoé Élie' });
    const [assistant, lecturer] = [await world.assistant(), await world.lecturer()];
    await world.assignment();
    const { course } = rosalie;
    await app.nest.get(CurriculumService).addReleases(course.id, [{ unit: UNIT, state: 'published' }]);
    const at = `/courses/${course.slug}`;
    const { questions } = app.nest.get(CurriculumContent).selfCheck(UNIT)!;
    const tryOnce = async (person: CoursePerson, rightOnes: number): Promise<void> => {
      const chosen = questions.map(({ id, kind, options }, index) => {
        const wanted = options.filter((option) => option.right === index < rightOnes).map((option) => option.id);
        return [id, kind === 'one' ? wanted.slice(0, 1) : wanted];
      });
      const answers = Object.fromEntries(chosen) as Record<string, string[]>;
      await (await app.as(person)).put(`${at}/units/${UNIT}/self-check`).send({ key: randomUUID(), answers }).expect(200);
    };
    const decide = async (fields: object): Promise<void> => {
      await (await app.as(lecturer)).post(`${at}/units/${UNIT}/self-check/counting`).type('form').send(fields).expect(303);
    };
    await tryOnce(rosalie, 3);
    await tryOnce(rosalie, 6);
    await tryOnce(rosalie, 2);
    await tryOnce(assistant, 8);
    return { rosalie, zoe, lecturer, at, decide };
  };

  it('stand in the gradebook with the best try, apart from the marks', async () => {
    const { lecturer, at, decide } = await aClass();
    const browser = await app.as(lecturer);
    expect(pageOf((await browser.get(`${at}/gradebook`)).text)('.participation')).toHaveLength(0);

    await decide({ counts: 'on', version: 0 });

    const page = pageOf((await browser.get(`${at}/gradebook`)).text);
    const columns = page('thead tr').first().find('th');
    expect(columns.last().text()).toMatch(/Autoévaluation 3/);
    expect(columns.eq(-2).text()).toMatch(/Total/);
    const cells = page('tbody tr')
      .map((_, row) => page(row).find('th').text() + page(row).find('.participation').text())
      .get();
    expect(cells).toEqual(['Aubin, Rosalie6 sur 8', 'Élie, Zoéaucun essai']);
    expect(page('tbody .total').text()).toBe('');
  });

  it('stand in its file as two numbers, after the total', async () => {
    const { lecturer, at, decide } = await aClass();
    const browser = await app.as(lecturer);
    expect((await browser.get(`${at}/gradebook.csv`)).text).not.toContain('participation');

    await decide({ counts: 'on', version: 0 });

    const [header, first, second] = parse((await browser.get(`${at}/gradebook.csv`).expect(200)).text);
    expect(header!.slice(-3)).toEqual([
      'Total possible',
      'Autoévaluation 3\u00a0: réponses justes (participation)',
      'Autoévaluation 3\u00a0: questions',
    ]);
    expect(first!.slice(-2)).toEqual(['6', '8']);
    expect(second!.slice(-2)).toEqual(['', '']);
  });

  it('are shown to each student on the page of their marks, until they count no more', async () => {
    const { rosalie, zoe, at, decide } = await aClass();
    const shownTo = async (person: CoursePerson) => pageOf((await (await app.as(person)).get(`${at}/marks`)).text)('main').text();
    expect(await shownTo(rosalie)).not.toContain('articipation');

    await decide({ counts: 'on', version: 0 });
    expect(await shownTo(rosalie)).toContain('6 sur 8');
    expect(await shownTo(zoe)).toContain('aucun essai');
    expect(await shownTo(zoe)).not.toContain('6 sur 8');

    await decide({ version: 1 });
    expect(await shownTo(rosalie)).not.toContain('6 sur 8');
  });
});
