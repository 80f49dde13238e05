import type { CourseStage } from '../../src/assignments/index.js';
import { Notices } from '../../src/people/index.js';
import { submissionsToGrade, judged } from '../support/submissions-to-grade.js';
import { appForFile } from '../support/app-for-file.js';
import { pageOf, spaced } from '../support/pages.js';
import type { Visitor } from '../support/test-app.js';
import type { SomeTeam } from '../support/world.js';

describe('posting marks', () => {
  const app = appForFile();
  const { world } = app;
  const submissions = submissionsToGrade(app, world);
  /** A class of its own: a lecturer, an assistant, and a team of two. */
  const aClass = async () => {
    const section = await world.section({ course: await world.course() });
    const members = [await world.student({ section, language: 'fr' }), await world.student({ section, language: 'en' })];
    const team = await world.team({ section, members, name: 'Huard' });
    const [lecturer, assistant] = [await world.lecturer({ course: section.course }), await world.assistant({ sections: [section] })];
    const browser = await app.as(lecturer);
    const slug = section.course.slug;
    return { section, team, members, lecturer, assistant, browser, slug, at: `/courses/${slug}/grading` };
  };
  const addressOf = (at: string, stage: CourseStage, way = 'post'): string => `${at}/stages/${stage.id}/${way}`;
  const post = async (browser: Visitor, at: string, stage: CourseStage): Promise<void> => {
    const asked = pageOf((await browser.get(addressOf(at, stage)).expect(200)).text);
    await browser
      .post(addressOf(at, stage))
      .type('form')
      .send({ seen: String(asked('input[name=seen]').val()) })
      .expect(303);
  };
  const resultOf = async (team: SomeTeam, slug: string, submission: string, member = 0) =>
    pageOf(await read(await app.as(team.members[member]!), slug, submission));
  /** The attempt's page as it was sent: the same browser twice, for forms carry a token of their session. */
  const read = async (browser: Visitor, slug: string, submission: string): Promise<string> =>
    (await browser.get(`/courses/${slug}/submissions/${submission}`).expect(200)).text;
  const mailsTo = (email: string): Promise<{ subject: string; body: string; language: string }[]> =>
    app.database.query('SELECT subject, body, language FROM mail WHERE recipient = $1 ORDER BY created_at', [email]);

  it('says first who will see what, then shows it, and tells each member by mail without the mark', async () => {
    const { team, members, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);

    const asked = pageOf((await browser.get(addressOf(at, submission.stage)).expect(200)).text);
    expect(asked('h1').text()).toBe('Publier le jalon 2 ?');
    expect(asked('.lede').text()).toBe('2 personnes verront leur note et vos commentaires.');
    expect(asked('tbody').text()).toContain('26 sur 30');
    expect((await resultOf(team, slug, submission.id))('.result')).toHaveLength(0);

    await post(browser, at, submission.stage);

    const page = await resultOf(team, slug, submission.id);
    expect(page('.mark').text()).toContain('26 sur 30');
    const evidence = page('.judged').first().text();
    for (const words of ['Grille et preuves', 'Bon, 14 sur 18', 'De 95 à moins de 98 % des cellules', 'Deux captures sans date.'])
      expect(evidence).toContain(words);
    expect(page('.general').text()).toContain('Un relevé soigné.');
    expect(page('.result').text()).not.toContain(assistant.name);
    const [first] = await mailsTo(members[0]!.email);
    expect(spaced(first!.subject)).toContain('Votre résultat du jalon 2');
    expect(first!.body).toContain(`http://attrait.test/courses/${slug}/submissions/${submission.id}`);
    expect(first!.body.replace(/http\S+/g, '')).not.toMatch(/26|soigné/);
    expect(await mailsTo(members[1]!.email)).toMatchObject([{ subject: expect.stringContaining('Your result'), language: 'en' }]);
    const lines = await app.database.query('SELECT action, detail FROM audit_line WHERE object = $1', [`stage:${submission.stage.id}`]);
    expect(lines).toMatchObject([{ action: 'marks-posted', detail: { marks: [{ submissionId: submission.id, points: 26 }] } }]);
  });

  it('writes to nobody who has switched such notices off, and shows them the mark all the same', async () => {
    const { team, members, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    await app.nest.get(Notices).choose(members[0]!.id, { marks: false });

    await post(browser, at, submission.stage);

    expect(await mailsTo(members[0]!.email)).toEqual([]);
    expect((await mailsTo(members[1]!.email))[0]!.body).toMatch(
      /To stop receiving emails when marks are posted:\n\S+\/unsubscribe\/marks\//,
    );
    expect((await resultOf(team, slug, submission.id))('.mark').text()).toContain('26 sur 30');
  });

  it('shows what was posted, whatever is graded afterwards, until it is posted again', async () => {
    const { team, members, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    await post(browser, at, submission.stage);
    const student = await app.as(members[0]!);
    const before = await read(student, slug, submission.id);

    await submissions.grade(
      submission,
      assistant,
      judged({ comment: 'Revu à la hausse.', criteria: { ...judged().criteria, evidence: { level: 'A', points: 18, comment: '' } } }),
    );

    expect((await read(student, slug, submission.id)) === before).toBe(true);
    const queue = pageOf((await browser.get(`${at}?show=all`)).text);
    expect(queue('tbody').text()).toContain('Changée depuis la publication');
    expect(queue('.posting').text()).toContain('Une copie a changé depuis.');

    await post(browser, at, submission.stage);
    expect((await resultOf(team, slug, submission.id))('.mark').text()).toContain('30 sur 30');
    expect(await mailsTo(members[0]!.email)).toHaveLength(2);
    expect(pageOf((await browser.get(`${at}?show=all`)).text)('tbody').text()).toContain('Publiée');
    const rows = await app.database.query('SELECT points::float8 AS points FROM posted_mark WHERE submission_id = $1 ORDER BY points', [
      submission.id,
    ]);
    expect(rows).toEqual([{ points: 26 }, { points: 30 }]);
  });

  it('writes again only to those for whom something is new', async () => {
    const { section, team, members, assistant, browser, at } = await aClass();
    const [submission, other] = [await submissions.handIn({ team }), await submissions.handIn({ team: await world.team({ section }) })];
    await submissions.grade(submission, assistant);
    await post(browser, at, submission.stage);

    await submissions.grade(other, assistant);
    const asked = pageOf((await browser.get(addressOf(at, submission.stage))).text);
    expect(asked('main').text()).toContain('3 personnes verront');
    expect(asked('main').text()).toContain('1 personne recevra un courriel');
    await post(browser, at, submission.stage);

    expect(await mailsTo(members[0]!.email)).toHaveLength(1);
    expect(await mailsTo(other.team.members[0]!.email)).toHaveLength(1);
  });

  it('leaves a team its posted mark while a newer attempt is not graded to the end, and writes to it no second time', async () => {
    const { section, team, members, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    await post(browser, at, submission.stage);
    const again = await submissions.handIn({ team, late: 1 });
    const other = await submissions.handIn({ team: await world.team({ section }) });
    await submissions.grade(other, assistant);

    const asked = pageOf((await browser.get(addressOf(at, submission.stage))).text);
    expect(asked('.banner').text()).toContain('Une équipe garde sa note publiée');
    expect(asked('.banner').text()).not.toContain('sans correction terminée');
    expect(asked('tbody').text()).not.toContain('Huard');
    await post(browser, at, submission.stage);

    expect((await resultOf(team, slug, submission.id))('.mark').text()).toContain('26 sur 30');
    expect((await resultOf(other.team, slug, other.id))('.mark').text()).toContain('26 sur 30');
    expect(await mailsTo(members[0]!.email)).toHaveLength(1);
    const kept = await app.database.query(
      'SELECT DISTINCT assessment_id, assessment_version, content, earned, deduction, points FROM posted_mark WHERE submission_id = $1',
      [submission.id],
    );
    expect(kept).toHaveLength(1);

    await submissions.grade(again, assistant);
    await post(browser, at, submission.stage);
    expect((await resultOf(team, slug, submission.id))('.result')).toHaveLength(0);
    expect((await resultOf(team, slug, again.id))('.mark').text()).toContain('23,4 sur 30');
    expect(await mailsTo(members[0]!.email)).toHaveLength(2);
  });

  it('takes a posted mark out of sight when the newest attempt is in question', async () => {
    const { section, team, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    await post(browser, at, submission.stage);
    const again = await submissions.handIn({ team });
    await submissions.grade(again, assistant, judged({ gate: { level: 'serious', comment: 'À voir ensemble.' } }));
    await submissions.grade(await submissions.handIn({ team: await world.team({ section }) }), assistant);

    await post(browser, at, submission.stage);

    for (const { id } of [submission, again]) expect((await resultOf(team, slug, id))('.result')).toHaveLength(0);
  });

  it('takes marks out of sight again', async () => {
    const { team, members, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    const student = await app.as(members[0]!);
    const before = await read(student, slug, submission.id);
    await post(browser, at, submission.stage);
    expect((await read(student, slug, submission.id)) === before).toBe(false);

    expect((await browser.get(addressOf(at, submission.stage, 'unpost')).expect(200)).text).toContain('Retirer les notes');
    await browser
      .post(addressOf(at, submission.stage, 'unpost'))
      .type('form')
      .send({})
      .expect(303);

    expect((await read(student, slug, submission.id)) === before).toBe(true);
    expect((await student.get(`/courses/${slug}/marks`)).text).toContain('Aucune note publiée');
    const lines = await app.database.query<{ action: string }>('SELECT action FROM audit_line WHERE object = $1 ORDER BY id', [
      `stage:${submission.stage.id}`,
    ]);
    expect(lines.map(({ action }) => action)).toEqual(['marks-posted', 'marks-unposted']);
    await browser
      .post(addressOf(at, submission.stage, 'unpost'))
      .type('form')
      .send({})
      .expect(303);
  });

  it.each(['serious', 'fraud'])('withholds a mark whose gate is %s, and an unfinished one, and says whose', async (gate) => {
    const { section, team, assistant, browser, slug, at } = await aClass();
    const [held, unfinished, fine] = [
      await submissions.handIn({ team }),
      await submissions.handIn({ team: await world.team({ section, name: 'Mésange' }) }),
      await submissions.handIn({ team: await world.team({ section }) }),
    ];
    await submissions.grade(held, assistant, judged({ gate: { level: gate, comment: 'À voir ensemble.' } }));
    await submissions.grade(unfinished, assistant, judged(), 'keep');
    await submissions.grade(fine, assistant);

    const asked = pageOf((await browser.get(addressOf(at, held.stage))).text);
    expect(asked('.banner.warn').text()).toContain('1 équipe sans correction terminée : rien ne sera publié pour elle. Mésange');
    expect(asked('.banner.warn').text()).toContain('question d’intégrité, jusqu’à la rencontre avec l’équipe. Huard');
    const student = await app.as(team.members[0]!);
    const before = await read(student, slug, held.id);
    await post(browser, at, held.stage);

    expect((await read(student, slug, held.id)) === before).toBe(true);
    expect((await resultOf(unfinished.team, slug, unfinished.id))('.result')).toHaveLength(0);
    expect((await resultOf(fine.team, slug, fine.id))('.mark').text()).toContain('26');
    expect(await mailsTo(team.members[0]!.email)).toHaveLength(0);
  });

  it('shows the points earned, what lateness takes off, and what is left', async () => {
    const { team, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team, late: 1.2 });
    await submissions.grade(submission, assistant);
    await post(browser, at, submission.stage);

    const page = await resultOf(team, slug, submission.id);

    expect(page('.sum').text()).toContain('20,8 sur 30');
    expect(page('.sum').text()).toContain('26 sur 30');
    expect(page('.sum').text()).toContain('−5,2');
    expect(page('.sum').text()).toContain('2 jours, 10 % des points obtenus par jour');
    expect((await resultOf(team, slug, submission.id, 1))('.sum').text()).toContain('20.8 out of 30');
  });

  it('counts the newest attempt alone', async () => {
    const { team, assistant, browser, at } = await aClass();
    const first = await submissions.handIn({ team });
    await submissions.grade(first, assistant);
    await submissions.handIn({ team });

    const asked = pageOf((await browser.get(addressOf(at, first.stage))).text);

    expect(asked('main').text()).toContain('Il n’y a encore aucune note à publier');
    expect(asked('form input[name=seen]')).toHaveLength(0);
    await browser.post(addressOf(at, first.stage)).type('form').send({ seen: '' }).expect(409);
  });

  it('does not carry out a plan that is no longer true', async () => {
    const { section, team, assistant, browser, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    const seen = String(pageOf((await browser.get(addressOf(at, submission.stage))).text)('input[name=seen]').val());

    await submissions.grade(await submissions.handIn({ team: await world.team({ section }) }), assistant);
    const told = await browser.post(addressOf(at, submission.stage)).type('form').send({ seen }).expect(409);

    expect(told.text).toContain('Quelque chose a changé');
    expect(await app.database.query('SELECT FROM posting WHERE stage_id = $1', [submission.stage.id])).toHaveLength(0);
  });

  it('posts once when two people press the button at the same instant', async () => {
    const { section, team, members, assistant, browser, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    const other = await app.as(await world.lecturer({ course: section.course }));
    const seen = String(pageOf((await browser.get(addressOf(at, submission.stage))).text)('input[name=seen]').val());

    const replies = await Promise.all(
      [browser, other, browser].map((one) => one.post(addressOf(at, submission.stage)).type('form').send({ seen })),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await app.database.query('SELECT FROM posting WHERE stage_id = $1', [submission.stage.id])).toHaveLength(1);
    expect(await mailsTo(members[0]!.email)).toHaveLength(1);
  });

  it('writes to nobody who has left the course or is suspended', async () => {
    const { team, members, assistant, browser, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    await app.database.query('UPDATE person SET suspended_at = now() WHERE id = $1', [members[0]!.id]);
    await app.database.query('UPDATE enrolment SET ended_at = now() WHERE person_id = $1', [members[1]!.id]);

    await browser.get(addressOf(at, submission.stage)).expect(200);
    await post(browser, at, submission.stage);

    for (const { email } of members) expect(await mailsTo(email)).toHaveLength(0);
  });

  it('shows a result to its team and its teachers, and to nobody else', async () => {
    const { section, team, assistant, browser, slug, at } = await aClass();
    const submission = await submissions.handIn({ team });
    await submissions.grade(submission, assistant);
    await post(browser, at, submission.stage);
    const address = `/courses/${slug}/submissions/${submission.id}`;

    const [classmate, otherAssistant] = [
      await world.student({ section }),
      await world.assistant({ sections: [await world.section({ course: section.course })] }),
    ];
    for (const person of [classmate, otherAssistant, await world.admin()]) await (await app.as(person)).get(address).expect(404);
    await app.stranger().get(address).expect(303);
    expect(pageOf((await (await app.as(assistant)).get(address).expect(200)).text)('.mark').text()).toContain('26');
    expect(pageOf((await (await app.as(assistant)).get(address)).text)('form[action$="/grading/open"]')).toHaveLength(1);
    expect((await resultOf(team, slug, submission.id))('form[action*="/grading"]')).toHaveLength(0);
  });

  it('changes nothing that a student is ever sent while marks are given but not posted', async () => {
    const { section, team, members, assistant, browser, slug, at } = await aClass();
    const [submission, other] = [await submissions.handIn({ team }), await submissions.handIn({ team: await world.team({ section }) })];
    const pages = [
      ...['', '/marks', '/teams', '/assignments/competitive-analysis', '/assignments/competitive-analysis/stages/grid'].map(
        (page) => `/courses/${slug}${page}`,
      ),
      `/courses/${slug}/submissions/${submission.id}`,
      '/account',
      '/',
      at,
      addressOf(at, submission.stage),
      `/courses/${slug}/gradebook`,
      `/courses/${slug}/gradebook.csv`,
    ];
    const student = await app.as(members[0]!);
    const sent = async (page: string): Promise<string> => {
      const { status, headers, text } = await student
        .get(page)
        .redirects(0)
        .ok(() => true);
      const kept = Object.entries(headers).filter(([name]) => !['date', 'set-cookie'].includes(name));
      return `${status}\n${JSON.stringify(kept)}\n${withoutChance(text)}`;
    };
    const before = new Map<string, string>();
    for (const page of pages) before.set(page, await sent(page));

    const id = await submissions.grade(submission, assistant, judged({ gate: { level: 'serious', comment: 'Secret' } }));
    await submissions.grade(other, assistant);
    await (await app.as(assistant)).get(`${at}/${id}`).expect(200);
    await browser.get(addressOf(at, submission.stage)).expect(200);

    const changed: string[] = [];
    for (const page of pages) if ((await sent(page)) !== before.get(page)) changed.push(page);
    expect(changed).toEqual([]);
  });
});

/** A hand-in form carries a number drawn anew each time. */
const withoutChance = (text: string): string => text.replace(/value="[\da-f]{8}-[\da-f]{4}-4[^"]*"/g, '');
