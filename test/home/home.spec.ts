import * as cheerio from 'cheerio';
import { CurriculumService, type FirstRelease, ProgressService } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import { statementsDuring } from '../support/statements.js';
import { type CoursePerson, DAY_MS, HOUR, type SomeCourse, type SomeTeam, type Student } from '../support/world.js';

describe('the front page', () => {
  const app = appForFile();
  const { world } = app;

  /** With ordinary spaces for the unbreakable ones that the typography sets. */
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const load = (html: string) => {
    const page = cheerio.load(html);
    return Object.assign(page, { words: (selector: string): string => plain(page(selector).text()) });
  };

  describe('for a stranger', () => {
    const read = async (headers: Record<string, string> = {}, path = '/') =>
      load((await app.stranger().get(path).set(headers).expect(200)).text);

    it('is the programme: what the course is, its nine units with their open slides, how one is assessed', async () => {
      const page = await read();

      expect(page.words('.hero h1')).toBe('Ne criez pas plus fort, répondez mieux.');
      expect(page('#units .toc > li')).toHaveLength(9);
      expect(page('#units .toc > li').eq(4).find('a.t').attr('href')).toBe('/slides/fr/competitive-analysis');
      expect(page('#units a[aria-label^="Diapos"]')).toHaveLength(9);
      const weights = page('#assessment tbody td.n')
        .map((_, cell) => plain(page(cell).text()))
        .get();
      expect(weights).toEqual(['10 %', '10 %', '15 %', '45 %', '20 %', '100 %']);
    });

    it('says that the programme is a proposal, and no institution’s own', async () => {
      expect((await read()).words('#assessment .meta')).toContain('Ce n’est pas le plan de cours officiel de l’établissement');
      expect((await read({ 'accept-language': 'en' })).words('#assessment .meta')).toContain(
        'It is not the institution’s official syllabus',
      );
    });

    it('shows a real opening slide, as a picture that is not read out, and nothing of its notes', async () => {
      const page = await read();

      expect(page('.deck').attr('aria-hidden')).toBe('true');
      expect(page('.deck section.opener h1').length).toBe(1);
      expect(page('.deck [data-notes], .deck aside')).toHaveLength(0);
      expect(page('.open-slides a.btn').attr('href')).toBe('/slides/fr/web-uses');
    });

    it('speaks the language of the browser, then the one chosen here, and leaves no trace otherwise', async () => {
      const visitor = app.stranger();

      const first = await visitor.get('/').set('accept-language', 'en-CA').expect(200);
      await visitor.get('/?lang=fr').set('accept-language', 'en-CA').expect(200);
      const third = await visitor.get('/').set('accept-language', 'en-CA').expect(200);

      expect(load(first.text).words('.hero h1')).toBe('Do not shout louder, answer better.');
      expect(first.headers['set-cookie']).toBeUndefined();
      expect(load(third.text).words('.hero h1')).toContain('Ne criez pas');
    });

    it('leads to signing in, and back, from a course', async () => {
      const { slug } = await world.course();

      const reply = await app.stranger().get(`/courses/${slug}`).expect(303);

      expect(reply.headers['location']).toBe(`/sign-in?next=${encodeURIComponent(`/courses/${slug}`)}`);
    });
  });

  describe('for whoever is signed in', () => {
    const enter = async (person: { id: string }) => (await app.as(person)).get('/');

    it('is their course, where they have one', async () => {
      const student = await world.student();
      const reply = await enter(student);
      expect([reply.status, reply.headers['location']]).toEqual([303, `/courses/${student.course.slug}`]);
    });

    it('is a list of their courses, where they have several', async () => {
      const lecturer = await world.lecturer();
      const other = await world.course();
      await world.lecturer({ course: other });
      await app.database.query(`INSERT INTO enrolment (course_id, person_id, role) VALUES ($1, $2, 'assistant')`, [other.id, lecturer.id]);

      const page = load((await enter(lecturer)).text);

      const links = page('.courses a')
        .map((_, link) => page(link).attr('href'))
        .get();
      expect(links).toEqual([`/courses/${other.slug}`, `/courses/${lecturer.course.slug}`]);
      expect(page.words('.courses li:first-child .meta')).toBe('Automne 2026 · Vous y êtes auxiliaire');
    });

    it('is the administration for administrators without a course, and a first step for others', async () => {
      const reply = await enter(await world.admin());
      expect([reply.status, reply.headers['location']]).toEqual([303, '/admin']);
      const page = load((await enter(await world.person())).text);
      expect(page.words('.empty h2')).toBe('Aucun cours pour l’instant');
      expect((await (await app.as(await world.person())).get(page('.empty a').attr('href')!)).status).toBe(200);
    });
  });

  const homeOf = ({ course }: Pick<CoursePerson, 'course'>): string => `/courses/${course.slug}`;
  const home = async (person: CoursePerson, query = '') =>
    load((await (await app.as(person)).get(homeOf(person) + query).expect(200)).text);

  /** Thirteen classes a week apart, the fifth today, about the unit named. */
  const plan = async ({ id }: SomeCourse, unit = 'competitive-analysis', releases: readonly FirstRelease[] = []): Promise<void> => {
    const today = Date.now();
    const at = (week: number, hours: number): Date => new Date(today + (week - 5) * 7 * DAY_MS + hours * HOUR);
    const [title, place] = [
      { fr: 'Séance', en: 'Class' },
      { fr: 'salle 2.114', en: 'room 2.114' },
    ];
    const weeks = Array.from({ length: 13 }, (_, index) => index + 1);
    const curriculum = app.nest.get(CurriculumService);
    await curriculum.addMeetings(
      id,
      weeks.map((week) => ({ week, unit: week === 5 ? unit : null, title, startsAt: at(week, 0), endsAt: at(week, 3), place })),
    );
    if (releases.length > 0) await curriculum.addReleases(id, releases);
  };

  describe('of a course, for a student', () => {
    it('says which week it is, its unit, and where and when the class is', async () => {
      const student = await world.student();
      await plan(student.course, 'competitive-analysis', [{ unit: 'competitive-analysis', state: 'published' }]);

      const page = await home(student);

      const progress = await app.nest.get(ProgressService).ofStudent(await world.actor(student));
      const readings = progress
        .asked('competitive-analysis')
        .filter(({ kind }) => kind === 'reading')
        .map(({ key }) => key);
      expect(page.words('.hero .eyebrow')).toMatch(/^Semaine 5 sur 13, du \d.* au \d/);
      expect(page.words('.hero h1')).toBe('Analyse concurrentielle web');
      expect(page('.hero .btn.primary').attr('href')).toBe(`${homeOf(student)}/units/competitive-analysis`);
      expect(page.words('.hero .facts')).toContain('salle 2.114');
      expect(
        page('.steps a')
          .map((_, link) => page(link).attr('href'))
          .get(),
      ).toEqual([
        `/slides/fr/competitive-analysis?course=${student.course.slug}`,
        ...readings.map((key) => `${homeOf(student)}/units/competitive-analysis#mark-${encodeURIComponent(key)}`),
        `${homeOf(student)}/units/competitive-analysis#self-check`,
        `${homeOf(student)}/units/competitive-analysis#workshop`,
      ]);
    });

    it('says where they are: what is done of the week, each unit’s progress, and the slide to go on from', async () => {
      const student = await world.student();
      await plan(student.course, 'web-writing', [
        { unit: 'web-uses', state: 'published' },
        { unit: 'web-writing', state: 'published' },
      ]);
      const [progress, actor] = [app.nest.get(ProgressService), await world.actor(student)];
      const before = await home(student);
      await progress.keepBookmark(actor, 'web-writing', { slide: 12, language: 'en', isEnd: false, agoMs: 0 });
      await progress.markDone(actor, 'web-writing', 'workshop');
      await progress.keepBookmark(actor, 'web-uses', { slide: 999, language: 'fr', isEnd: true, agoMs: 0 });

      const page = await home(student);

      expect(before.words('.hero .row')).toBe('Ouvrir le moduleDiapositives');
      expect(before.words('[aria-labelledby=units] .head .meta')).toBe('2 ouverts, 7 à venir');
      expect(page.words('.hero .row')).toBe('Reprendre le moduleContinuer : module 3, diapo 12');
      expect(page('.hero .row a').eq(1).attr('href')).toBe(`/slides/en/web-writing?course=${student.course.slug}#/12`);
      expect(page.words('[aria-labelledby=week] .head .meta')).toMatch(/^1 étape sur \d terminée$/);
      expect(page.words('.steps .done')).toContain('Faire l’atelier');
      expect(page.words('[aria-labelledby=units] .head .meta')).toBe('2 en cours, 7 à venir');
      expect(page.words('.toc li:nth-child(3) .end')).toMatch(/^1 étape sur \d/);
      expect(page('.toc li:nth-child(3) progress').attr('value')).toBe('1');
    });

    it('names the next class once that of the week is over', async () => {
      const student = await world.student();
      await plan(student.course);
      const before = await home(student);
      await app.database.query("UPDATE meeting SET starts_at = starts_at - interval '4 hours', ends_at = ends_at - interval '4 hours'");

      const [first, after] = [before, await home(student)];

      expect(first.words('.hero .facts')).not.toContain('Prochaine séance');
      expect(after.words('.hero .facts')).toMatch(/Prochaine séance ?\S+ \d/);
    });

    it('links to the units that are open, and names the date of those that will be', async () => {
      const student = await world.student();
      await plan(student.course, 'web-writing', [
        { unit: 'web-writing', state: 'published' },
        { unit: 'web-pr', state: 'scheduled', opensAt: new Date(Date.now() + 20 * DAY_MS) },
      ]);

      const page = await home(student);

      expect(
        page('.toc a.t')
          .map((_, link) => page(link).attr('href'))
          .get(),
      ).toEqual([`${homeOf(student)}/units/web-writing`]);
      expect(page.words('.toc li:nth-child(8)')).toMatch(/Relations publiques.*Ouvre le \d/);
      expect(page.words('.toc li:nth-child(9)')).toMatch(/À venir$/);
      expect(page('.toc [aria-current=step]').text()).toContain('Comment rédiger');
    });

    it('does not lead to the unit of the week before it is open, though its slides are everybody’s', async () => {
      const student = await world.student();
      await plan(student.course, 'web-writing', [{ unit: 'web-writing', state: 'scheduled', opensAt: new Date(Date.now() + DAY_MS) }]);

      const page = await home(student);

      expect(page.words('.hero .row')).toContain('Ce module ouvre le');
      expect(
        page('.hero a')
          .map((_, link) => page(link).attr('href'))
          .get(),
      ).toEqual(['/slides/fr/web-writing']);
    });

    it('says what their team has to hand in next, and what lacks', async () => {
      const team = await world.team({
        name: 'Semelle Nord',
        members: [await world.student({ name: 'Inès Belhadj' }), await world.student()],
      });
      const { stages } = await world.assignment({
        due: { proposal: 6 * DAY_MS + HOUR, grid: 30 * DAY_MS, analysis: 40 * DAY_MS, report: 60 * DAY_MS },
      });
      await app.database.query(
        `INSERT INTO draft (course_id, stage_id, team_id, texts) VALUES ($1, $2, $3, '{"decision": "Une décision", "focal": " "}')`,
        [team.section.course.id, stages[0]!.id, team.id],
      );

      const page = await home(team.members[0]!);

      expect(page.words('.due h2')).toBe('Proposition et contrat d’équipe, jalon 1');
      expect(page.words('.due .due-when')).toContain('dans 6 jours');
      expect(page('.due progress').attr()).toMatchObject({ value: '1', max: '5' });
      expect(page.words('.due')).toContain('Il manque : L’organisation étudiée ; Déclaration d’usage de l’IA');
      expect(page('.due .avatars li')).toHaveLength(2);
      expect(page('.due .btn').attr('href')).toBe(`${homeOf(team.members[0]!)}/assignments/competitive-analysis/stages/proposal`);
    });

    it('sends whoever has no team to find one', async () => {
      const student = await world.student();
      await world.assignment();

      expect((await home(student))('.due .btn').attr('href')).toBe(`${homeOf(student)}/teams`);
    });

    it('keeps late work in sight as long as it is taken', async () => {
      const team = await world.team();
      await world.assignment({ due: { proposal: -HOUR } });

      const page = await home(team.members[0]!);

      expect(page.words('.due h2')).toContain('jalon 1');
      expect(page.words('.due .due-when')).toContain('Échéance passée. Encore acceptée, avec pénalité, jusqu’au');
    });

    it('shows any month, with its days of class and its deadlines, without a script', async () => {
      const student = await world.student();
      await plan(student.course);
      await world.assignment({ due: { proposal: HOUR } });

      const [now, then] = [await home(student), await home(student, '?month=2027-02')];

      expect(now('.month .today.class-day')).toHaveLength(1);
      expect(now('.month .due-day').length).toBeGreaterThan(0);
      expect(now.words('.month .today')).toContain('séance');
      expect(then.words('#month')).toBe('Février 2027');
      expect(
        then('#calendar header a')
          .map((_, link) => then(link).attr('href'))
          .get(),
      ).toEqual([`${homeOf(student)}?month=2027-01#calendar`, `${homeOf(student)}?month=2027-03#calendar`]);
      expect((await home(student, '?month=%22%3E')).words('#month')).toBe(now.words('#month'));
    });

    it('is there before anything is planned', async () => {
      const page = await home(await world.student());

      expect(page.words('h1')).toBe('Aucune séance n’est encore au calendrier.');
      expect(page.words('.due')).toContain('Rien à remettre pour l’instant.');
      expect(page('.steps')).toHaveLength(0);
    });

    it('is closed to people of other courses, and to those who left', async () => {
      const [student, elsewhere] = [await world.student(), await world.lecturer({ course: await world.course() })];

      await (await app.as(elsewhere)).get(homeOf(student)).expect(404);
      await app.database.query('UPDATE enrolment SET ended_at = now() WHERE person_id = $1', [student.id]);
      await (await app.as(student)).get(homeOf(student)).expect(404);
    });
  });

  describe('of a course, once work is handed in and graded', () => {
    let team: SomeTeam;
    let student: Student;
    let stageId: string;

    beforeEach(async () => {
      team = await world.team();
      student = team.members[0]!;
      const asked = await world.assignment({
        due: { proposal: 2 * DAY_MS, grid: 30 * DAY_MS, analysis: 40 * DAY_MS, report: 50 * DAY_MS },
      });
      stageId = asked.stages[0]!.id;
    });

    const handIn = async (of: SomeTeam = team, attempt = 1): Promise<string> => {
      const [made] = await app.database.query<{ id: string }>(
        `INSERT INTO submission (course_id, stage_id, team_id, section_id, attempt, request_key, receipt, texts, due_at, handed_in_by, handed_in_at)
         VALUES ($1, $2, $3, $4, $5, gen_random_uuid(), gen_random_uuid(), '{}', now() + interval '2 days', $6, now()) RETURNING id`,
        [of.section.course.id, stageId, of.id, of.section.id, attempt, of.members[0]!.id],
      );
      for (const { id } of of.members) await app.database.query('INSERT INTO submission_member VALUES ($1, $2)', [made!.id, id]);
      return made!.id;
    };

    const assess = async (submissionId: string, grader: { id: string }, state: 'draft' | 'finished', version = 2): Promise<string> => {
      const [rubric] = await app.database.query<{ id: string }>(
        `INSERT INTO rubric_version (course_id, assignment_id, number, content, content_hash)
         SELECT course_id, assignment_id, 1 + (SELECT count(*) FROM rubric_version), '{}', gen_random_uuid() FROM stage WHERE id = $1 RETURNING id`,
        [stageId],
      );
      const [made] = await app.database.query<{ id: string }>(
        `INSERT INTO assessment (course_id, submission_id, rubric_version_id, state, version, is_written, updated_by)
         SELECT course_id, id, $2, $3, $4::int, $4 > 1, $5 FROM submission WHERE id = $1 RETURNING id`,
        [submissionId, rubric!.id, state, version, grader.id],
      );
      return made!.id;
    };

    const post = async (
      marks: readonly { submissionId: string; assessmentId: string; points: number }[],
      by: { id: string },
    ): Promise<void> => {
      const [made] = await app.database.query<{ id: string }>(
        'INSERT INTO posting (course_id, stage_id, posted_by) SELECT course_id, id, $2 FROM stage WHERE id = $1 RETURNING id',
        [stageId, by.id],
      );
      for (const { submissionId, assessmentId, points } of marks)
        await app.database.query(`INSERT INTO posted_mark VALUES ($1, $2, $3, 2, '{"outOf": 10}', $4, 0, $4)`, [
          made!.id,
          submissionId,
          assessmentId,
          points,
        ]);
    };

    it('tells a student what was handed in, and goes on to the next stage', async () => {
      const submissionId = await handIn();

      const next = await home(student);
      await app.database.query("UPDATE stage SET due_at = now() + interval '1 day', opens_at = now() - interval '9 days'");
      for (const { id } of (await world.assignment()).stages.slice(1))
        await app.database.query(
          'INSERT INTO submission SELECT gen_random_uuid(), course_id, $2, team_id, section_id, 1, gen_random_uuid(), gen_random_uuid(), texts, due_at, handed_in_by, handed_in_at FROM submission WHERE id = $1',
          [submissionId, id],
        );
      const all = await home(student);

      expect(next.words('.due h2')).toContain('jalon 2');
      expect(all.words('.due')).toMatch(/Tentative 1 remise le .* Vous pouvez remettre de nouveau/);
    });

    it('shows a student a posted mark, out of how much, with the way to it; and no longer once it is not posted', async () => {
      const lecturer = await world.lecturer();
      const submissionId = await handIn();
      const assessmentId = await assess(submissionId, lecturer, 'finished');

      await post([{ submissionId, assessmentId, points: 8.5 }], lecturer);
      const posted = await home(student);
      await app.database.query('UPDATE posting SET ended_at = now(), ended_by = $1', [lecturer.id]);
      const withdrawn = await home(student);

      expect(posted.words('.returned li')).toMatch(/^Proposition et contrat d’équipe, jalon 1 ?8,5 sur 10 ?publié le \d/);
      expect(posted('.returned a').attr('href')).toBe(`${homeOf(student)}/submissions/${submissionId}`);
      expect(withdrawn('.returned')).toHaveLength(0);
    });

    it('is to the byte the same for a student before and after grading, as long as nothing is posted', async () => {
      const [lecturer, other] = [await world.lecturer(), await world.team()];
      const [submissionId, others] = [await handIn(), await handIn(other)];
      const visitor = await app.as(student);
      const before = (await visitor.get(homeOf(student))).text;

      const assessments = [await assess(submissionId, lecturer, 'finished'), await assess(others, lecturer, 'finished')];
      expect((await visitor.get(homeOf(student))).text).toBe(before);
      await post([{ submissionId: others, assessmentId: assessments[1]!, points: 3 }], lecturer);
      expect((await visitor.get(homeOf(student))).text).toBe(before);
    });

    it('counts for an assistant what there is to grade in their own sections', async () => {
      const other = await world.section({ course: student.course });
      const [mine, theirs] = [await world.assistant(), await world.assistant({ sections: [other] })];
      const grader = await world.lecturer();
      const teams = [team, await world.team(), await world.team(), await world.team({ section: other })];
      const ids = [
        await handIn(teams[0]),
        await handIn(teams[0], 2),
        await handIn(teams[1]),
        await handIn(teams[2]),
        await handIn(teams[3]),
      ];
      await assess(ids[0]!, grader, 'finished');
      await assess(ids[2]!, grader, 'draft');
      await assess(ids[3]!, grader, 'draft', 1);

      const briefOf = async (person: CoursePerson) => (await home(person)).words('.to-grade li:first-child .small');

      expect(await briefOf(mine)).toBe('3 équipes sur 3 · 2 à corriger, 1 en brouillon');
      expect(await briefOf(theirs)).toBe('1 équipe sur 1 · 1 à corriger');
      expect(await briefOf(grader)).toBe('4 équipes sur 4 · 3 à corriger, 1 en brouillon');
      await app.database.query('DELETE FROM assistant_section WHERE person_id = $1', [theirs.id]);
      expect((await home(theirs)).words('[aria-labelledby=grading]')).toContain('Aucun groupe ne vous est confié');
    });

    it('tells those who teach whether the marks of a stage are posted', async () => {
      const lecturer = await world.lecturer();
      const submissionId = await handIn();
      const assessmentId = await assess(submissionId, lecturer, 'finished');
      expect((await home(lecturer)).words('.to-grade .badge')).toBe('Notes non publiées');

      await post([{ submissionId, assessmentId, points: 8.5 }], lecturer);

      expect((await home(lecturer)).words('.to-grade .badge')).toBe('Notes publiées');
    });
  });

  describe('of a course, for those who teach', () => {
    it('leads to presenting the slides of the week', async () => {
      const assistant = await world.assistant();
      await plan(assistant.course);

      expect((await home(assistant))('.hero .btn.primary').attr('href')).toBe(`${homeOf(assistant)}/present/fr/competitive-analysis`);
    });

    it('shows every unit with what students see of it, and a lecturer what will open by itself', async () => {
      const [assistant, lecturer] = [await world.assistant(), await world.lecturer()];
      await plan(lecturer.course, 'web-writing', [
        { unit: 'web-writing', state: 'published' },
        { unit: 'metaverse', state: 'scheduled', opensAt: new Date(Date.now() + 20 * DAY_MS) },
        { unit: 'web-pr', state: 'scheduled', opensAt: new Date(Date.now() + 10 * DAY_MS) },
      ]);

      const [theirs, mine] = [await home(assistant), await home(lecturer)];

      expect(theirs('.toc a.t')).toHaveLength(9);
      expect(mine.words('.toc li:nth-child(3) .badge')).toBe('Publié');
      expect(mine.words('.toc li:nth-child(8) .badge')).toBe('Programmé');
      expect(mine.words('.toc li:nth-child(1) .badge')).toBe('Brouillon');
      expect(
        mine('[aria-labelledby=openings] a')
          .map((_, link) => mine(link).attr('href'))
          .get(),
      ).toEqual([`${homeOf(lecturer)}/units/web-pr`, `${homeOf(lecturer)}/units/metaverse`]);
      expect(theirs('[aria-labelledby=openings]')).toHaveLength(0);
      expect(mine(`a[href="${homeOf(lecturer)}/gradebook"]`).length).toBeGreaterThan(0);
    });

    it('speaks English to who reads it in English', async () => {
      const lecturer = await world.lecturer({ language: 'en' });
      await plan(lecturer.course);
      await world.assignment();

      const page = await home(lecturer);

      expect(page.words('.hero .eyebrow')).toMatch(/^Week 5 of 13, \w+ \d+ to /);
      expect(page.words('.to-grade li:first-child')).toMatch(/^Proposal and team contract, stage 1 ?Nothing handed in ?Due /);
      expect(page('html').attr('lang')).toBe('en-CA');
    });
  });

  it('asks two statements of the database for each role: who asks, and all that is shown', async () => {
    const team = await world.team();
    const people = [team.members[0]!, await world.assistant(), await world.lecturer()];
    await plan(people[0]!.course, 'web-writing', [{ unit: 'web-writing', state: 'published' }]);
    await world.assignment();

    for (const person of people) {
      const visitor = await app.as(person);
      const statements = await statementsDuring(app, () => visitor.get(homeOf(person)).expect(200));
      expect(statements).toEqual([expect.stringContaining('FROM session'), expect.stringContaining('AS announcements')]);
    }
  });
});
