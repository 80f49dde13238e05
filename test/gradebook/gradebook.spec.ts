import { parse } from '../support/csv.js';
import { submissionsToGrade, judged } from '../support/submissions-to-grade.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf } from '../support/pages.js';
import { statementsDuring } from '../support/statements.js';
import type { World } from '../support/world.js';
import { PostingService } from '../../src/grading/index.js';

describe('the gradebook', () => {
  const app = appForFile();
  const { world } = app;
  const submissions = submissionsToGrade(app, world);
  /** Two sections with a team each: stage 1 posted, stage 2 graded but held for the first and a day late for the second. */
  const aClass = async (language: 'fr' | 'en' = 'fr') => {
    const course = await world.course();
    const [one, two] = [await world.section({ course, name: '01' }), await world.section({ course, name: '02' })];
    const [rosalie, zoe] = [
      await world.student({ section: one, name: 'Rosalie Aubin' }),
      await world.student({ section: one, name: 'Zoé Élie' }),
    ];
    const ines = await world.student({ section: two, name: 'Inès Belhadj' });
    const [huard, pluvier] = [
      await world.team({ members: [rosalie, zoe], name: 'Huard' }),
      await world.team({ members: [ines], name: 'Pluvier' }),
    ];
    const lecturer = await world.lecturer({ course, language });
    const [proposal, grid] = [await submissions.stage('proposal', course), await submissions.stage('grid', course)];
    const framed = { ...judged(), criteria: { framing: { level: 'A', points: 9, comment: '' } } };
    for (const team of [huard, pluvier]) await submissions.grade(await submissions.handIn({ team, stage: proposal }), lecturer, framed);
    await post(lecturer, proposal.id);
    await submissions.grade(await submissions.handIn({ team: huard, stage: grid }), lecturer);
    await submissions.grade(await submissions.handIn({ team: pluvier, stage: grid, late: 0.5 }), lecturer);
    return {
      course,
      one,
      two,
      rosalie,
      zoe,
      ines,
      huard,
      pluvier,
      lecturer,
      proposal,
      grid,
      browser: await app.as(lecturer),
      at: `/courses/${course.slug}`,
    };
  };
  const post = async (lecturer: Parameters<World['actor']>[0], stageId: string): Promise<void> => {
    const [postings, actor] = [app.nest.get(PostingService), await world.actor(lecturer)];
    await postings.post(actor, stageId, (await postings.plan(actor, stageId)).seen);
  };
  const csvOf = async ({ browser, at }: Awaited<ReturnType<typeof aClass>>, query = '') => {
    const reply = await browser.get(`${at}/gradebook.csv${query}`).expect(200);
    return { text: reply.text, headers: reply.headers, rows: parse(reply.text) };
  };

  it('lays every student’s marks side by side, and says what the class sees', async () => {
    const { browser, at } = await aClass();

    const page = pageOf((await browser.get(`${at}/gradebook`).expect(200)).text);

    expect(
      page('tbody th')
        .toArray()
        .map((cell) => page(cell).text()),
    ).toEqual(['Aubin, Rosalie', 'Belhadj, Inès', 'Élie, Zoé']);
    const cells = page('tbody tr')
      .first()
      .find('td')
      .toArray()
      .map((cell) => page(cell).text());
    expect(cells).toEqual(['01', 'Huard', '9', '26, retenue', 'à venir', 'à venir', '35 sur 40']);
    expect(
      page('.seen .badge')
        .toArray()
        .map((badge) => page(badge).text().trim()),
    ).toEqual(['Publié', 'Retenu', 'Retenu', 'Retenu']);
    expect(page('.page-head').text()).toContain('3 personnes, 2 équipes.');
  });

  it('shows one section alone', async () => {
    const { browser, at, two } = await aClass();

    const page = pageOf((await browser.get(`${at}/gradebook?section=${two.id}`).expect(200)).text);

    expect(page('tbody tr')).toHaveLength(1);
    expect(page('tbody').text()).toContain('Belhadj, Inès');
    expect(page('tbody').text()).toContain('23,4, retenue');
    expect(page('a[href*="gradebook.csv"]').attr('href')).toContain(two.id);
    expect((await csvOf({ browser, at } as Awaited<ReturnType<typeof aClass>>, `?section=${two.id}`)).rows).toHaveLength(2);
  });

  it('asks the database three times at most, however large the class', async () => {
    const given = await aClass();
    const ask = () => statementsDuring(app, () => given.browser.get(`${given.at}/gradebook`).expect(200));
    const few = await ask();
    for (let more = 0; more < 5; more += 1) await submissions.handIn({ team: await world.team({ section: given.one }), stage: given.grid });

    expect(await ask()).toHaveLength(few.length);
    expect(few.length - 2).toBeLessThanOrEqual(3);
  });

  it('leaves as a file that a French spreadsheet opens by itself', async () => {
    const { text, headers, rows } = await csvOf(await aClass());

    expect(headers['content-type']).toContain('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('carnet-de-notes-');
    expect(text.startsWith('\ufeff')).toBe(true);
    const [header, first] = text
      .slice(1)
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(header!.slice(0, 5).map((cell) => cell.replaceAll('\u00a0', ' '))).toEqual([
      'Nom',
      'Courriel',
      'Groupe',
      'Équipe',
      'Jalon 1 : Cadrage, ensemble comparé, contrat (sur 10)',
    ]);
    expect(first!.slice(4, 14)).toEqual(['9', '9', '0', '9', 'publiée', '14', '12', '26', '0', '26']);
    expect(text).toContain(';23,4;retenue');
    expect(rows).toHaveLength(4);
  });

  it('leaves as a file that an English one opens by itself', async () => {
    const { text, rows } = await csvOf(await aClass('en'));

    expect(text.slice(1)).toMatch(/^Name,Email,Section,Team,/);
    expect(text).toContain(',23.4,held');
    expect(rows[1]!.slice(0, 4)).toEqual(['Aubin, Rosalie', expect.stringContaining('@'), '01', 'Huard']);
  });

  it('comes back from the file as it was, and reckons nothing', async () => {
    const given = await aClass();
    const hostile = ['=HYPERLINK("http://x";"y")', '  +33', '@SUM(A1)', '-1', '＝1+1', 'Nom; "cité"\nsur deux lignes', '\t=2'];
    const teams = [];
    for (const name of hostile)
      teams.push(await world.team({ members: [await world.student({ section: given.one, name: `Xi ${name}` })], name }));

    const { rows } = await csvOf(given);

    const written = rows.slice(1).map((row) => row[3]!);
    for (const { name } of teams) expect(written.some((cell) => cell === name || cell === `'${name}`)).toBe(true);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@＝]/u);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const numbers = rows.slice(1).map((row) => row.at(-2)!);
    expect(numbers.filter(Boolean)).toEqual(['35', '32,4', '35']);
  });

  it('is the lecturer’s alone', async () => {
    const { course, one, rosalie, at } = await aClass();
    const elsewhere = await world.lecturer({ course: await world.course() });

    for (const person of [rosalie, await world.assistant({ sections: [one] }), elsewhere, await world.admin()])
      for (const page of ['gradebook', 'gradebook.csv']) await (await app.as(person)).get(`${at}/${page}`).expect(404);
    await app.stranger().get(`${at}/gradebook`).expect(303);
    expect(course.slug).toBeTruthy();
  });

  it('shows a student their own posted marks, late ones too, and nothing unposted by any trace', async () => {
    const given = await aClass();
    const [rosalie, ines] = [await app.as(given.rosalie), await app.as(given.ines)];

    const before = pageOf((await ines.get(`${given.at}/marks`).expect(200)).text);
    expect(before('tbody tr')).toHaveLength(1);
    expect(before('tbody').text()).toContain('1. Proposition et contrat d’équipe9 sur 10');
    expect(before('main').text()).not.toContain('Grille');

    await post(given.lecturer, given.grid.id);
    const after = pageOf((await ines.get(`${given.at}/marks`)).text);
    expect(after('tbody tr').last().text()).toContain('23,4 sur 30');
    expect(after('tbody tr').last().text()).toContain('dont 2,6 de moins pour le retard');
    expect(after('tfoot').text()).toContain('32,4 sur 40');
    const link = after('tbody a').last().attr('href')!;
    await ines.get(link).expect(200);
    await rosalie.get(link).expect(404);
    await given.browser.get(`${given.at}/marks`).expect(404);
  });

  it('says so when nothing is posted, in either language', async () => {
    const section = await world.section({ course: await world.course() });
    for (const [language, words] of [
      ['fr', 'Aucune note publiée pour l’instant'],
      ['en', 'No mark posted yet'],
    ] as const) {
      const browser = await app.as(await world.student({ section, language }));
      expect(pageOf((await browser.get(`/courses/${section.course.slug}/marks`).expect(200)).text)('.empty').text()).toContain(words);
    }
  });

  it('holds marks again once they are taken out of sight, as they stand now', async () => {
    const given = await aClass();
    await post(given.lecturer, given.grid.id);
    await post(given.lecturer, given.grid.id);
    await app.nest.get(PostingService).unpost(await world.actor(given.lecturer), given.grid.id);

    const page = pageOf((await given.browser.get(`${given.at}/gradebook`)).text);

    expect(page('tbody tr')).toHaveLength(3);
    expect(page('tbody tr').first().text()).toContain('26, retenue');
    expect(page('.seen .badge').eq(1).text().trim()).toBe('Retenu');
  });

  it('holds a mark that the gate withholds, in a stage that is posted', async () => {
    const given = await aClass();
    await submissions.grade(
      await submissions.handIn({ team: given.huard, stage: given.grid }),
      given.lecturer,
      judged({ gate: { level: 'serious', comment: '' } }),
    );
    await post(given.lecturer, given.grid.id);

    const page = pageOf((await given.browser.get(`${given.at}/gradebook`)).text);

    expect(page('tbody tr').first().text()).toContain('26, retenue');
    expect((await (await app.as(given.rosalie)).get(`${given.at}/marks`)).text).not.toContain('Grille de collecte');
  });
});
