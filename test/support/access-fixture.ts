import { CurriculumService } from '../../src/curriculum/index.js';
import { SearchIndex } from '../../src/platform/search-index/search-index.js';
import type { SearchDocument } from '../../src/platform/search-index/search-sources.js';
import type { AssessmentContent } from '../../src/grading/assessing/assessment.shared.js';
import { AssessmentsService, PostingService } from '../../src/grading/index.js';
import type { SubmittedWork } from '../../src/submissions/index.js';
import { FillService, WorkspacesService } from '../../src/workspace/index.js';
import { samples } from './samples.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';
import { type TestApp, startApp, type Visitor } from './test-app.js';
import { type CoursePerson, DAY_MS, type SomeSection, type Student, type World, worldOf } from './world.js';

/** Everybody whose view of the same things differs, in the order of the tables. */
export const ROLES = [
  'stranger',
  'suspended',
  'member',
  'mate',
  'rival',
  'elsewhere',
  'foreign',
  'assistant',
  'other assistant',
  'former assistant',
  'lecturer',
  'foreign lecturer',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** What becomes of the team's work at its first stage, one after the other. */
export const STATES = ['nothing', 'draft', 'handed in', 'graded', 'posted', 'unposted'] as const;
export type State = (typeof STATES)[number];

/** Whose something is: the team in question, another of its section, one of the other section, one of another course, the staff. */
export const SCOPES = ['team', 'rivals', 'others', 'abroad', 'staff'] as const;
export type Scope = (typeof SCOPES)[number];
export const KINDS = ['person', 'email', 'name', 'cell', 'draft', 'text', 'file', 'bytes', 'mark'] as const;
export type Kind = (typeof KINDS)[number];

/** A word that stands in this field and nowhere else: where it turns up, the field has leaked. */
export const canary = (scope: Scope, kind: Kind): string => `qz${scope}${kind}zq`;

const ASSIGNMENT = 'competitive-analysis';
const STAGE = 'proposal';
export const OPEN_UNIT = 'web-uses';
export const CLOSED_UNIT = 'metaverse';
/** An announcement that is not published yet. */
export const SCHEDULED = '5c4ed01e-d000-4000-8000-000000000001';

export interface AccessFixture {
  readonly app: TestApp;
  readonly world: World;
  readonly browsers: ReadonlyMap<Role, Visitor>;
  readonly snapshots: ReadonlyMap<State, Snapshot>;
  /** The parts of addresses that lead to the team's things, as far as they exist in that state; `rivals` and so on have theirs in every state. */
  parts(state: State): Readonly<Record<string, string>>;
  readonly abroad: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The parts an address asks for: two kinds of stage and of file stand in ours under the same name. */
export const partsOf = (path: string, given: Readonly<Record<string, string>>): Record<string, string> => ({
  ...given,
  ...(path.includes('/grading/stages/') && { stage: given['stageId']! }),
  ...(path.includes('/stages/:stage/files/') && { file: given['draftFile']! }),
});

/** An application with two courses, four teams and everybody who may ask it for something, and what it held in each state of the team's work. */
export async function openAccessFixture(): Promise<AccessFixture> {
  const app = await startApp();
  const world = worldOf(app);
  const people = await peopleOf(app, world);
  const browsers = new Map<Role, Visitor>();
  for (const [role, person] of people.knocking) browsers.set(role, await app.as(person));
  browsers.set('stranger', (await strangerOf(app)) as Visitor);
  await app.database.query('UPDATE person SET suspended_at = now() WHERE id = $1', [people.suspended.id]);
  await app.database.query('DELETE FROM assistant_section WHERE person_id = $1', [people.former.id]);
  const played = await play(app, world, people);
  return { app, world, browsers, ...played, stop: app.stop };
}

/** Enough to find for a page of results: to index every deck for each application would take longer than the rest of it. */
const FINDABLE: readonly SearchDocument[] = [
  {
    kind: 'slide',
    unit: OPEN_UNIT,
    title: 'Le web',
    body: 'Usages du web · <b>',
    address: `/slides/fr/${OPEN_UNIT}#/2`,
    opensWith: 'course',
    language: 'fr',
  },
  {
    kind: 'slide',
    unit: OPEN_UNIT,
    title: 'The web',
    body: 'Uses of it',
    address: `/slides/en/${OPEN_UNIT}#/2`,
    opensWith: 'course',
    language: 'en',
  },
  {
    kind: 'reading',
    unit: OPEN_UNIT,
    title: 'Lire le web',
    body: '',
    address: `units/${OPEN_UNIT}#readings`,
    opensWith: 'unit',
    language: 'fr',
  },
  { kind: 'term', title: 'veille (web)', body: 'Une définition.', address: 'glossary#alert', opensWith: 'course', language: 'fr' },
];

type People = Awaited<ReturnType<typeof peopleOf>>;

async function peopleOf(app: TestApp, world: World) {
  const [here, away] = [await world.course({ slug: 'here' }), await world.course({ slug: 'away' })];
  const [first, second] = [await world.section({ course: here, name: '01' }), await world.section({ course: here, name: '02' })];
  const abroad = await world.section({ course: away, name: '01' });
  for (const course of [here, away]) {
    await world.assignment({ course, due: { proposal: 2 * DAY_MS, grid: 9 * DAY_MS, analysis: 16 * DAY_MS, report: 23 * DAY_MS } });
    await app.nest.get(CurriculumService).addReleases(course.id, [
      { unit: OPEN_UNIT, state: 'published' },
      { unit: CLOSED_UNIT, state: 'scheduled', opensAt: new Date(Date.now() + 30 * DAY_MS) },
    ]);
    await app.nest.get(CurriculumService).addMeetings(course.id, meetings());
  }
  await app.nest.get(SearchIndex).put({ key: 'fixture:1', hash: '', documents: () => FINDABLE });
  const student = named(world.student, 1);
  const [member, mate, suspended] = [await student('team', first), await student('team', first), await student('team', first)];
  const [rival, elsewhere, foreign] = [await student('rivals', first), await student('others', second), await student('abroad', abroad)];
  const assistant = (sections: SomeSection[], word: string) =>
    world.assistant({
      sections,
      name: `${word} ${canary('staff', 'person')}`,
      email: `${word.toLowerCase()}.${canary('staff', 'email')}@attrait.test`,
    });
  const [own, other, former, graderAbroad] = [
    await assistant([first], 'Alix'),
    await assistant([second], 'Bo'),
    await assistant([first], 'Charlie'),
    await assistant([abroad], 'Dominique'),
  ];
  const [lecturer, foreignLecturer, admin] = [
    await world.lecturer({ course: here }),
    await world.lecturer({ course: away }),
    await world.admin(),
  ];
  const teamOf = (scope: Scope, members: Student[]) => world.team({ members, name: `Équipe ${canary(scope, 'name')}` });
  const teams = {
    team: await teamOf('team', [member, mate, suspended]),
    rivals: await teamOf('rivals', [rival]),
    others: await teamOf('others', [elsewhere]),
    abroad: await teamOf('abroad', [foreign]),
  };
  const knocking = new Map<Role, { readonly id: string }>([
    ['suspended', suspended],
    ['member', member],
    ['mate', mate],
    ['rival', rival],
    ['elsewhere', elsewhere],
    ['foreign', foreign],
    ['assistant', own],
    ['other assistant', other],
    ['former assistant', former],
    ['lecturer', lecturer],
    ['foreign lecturer', foreignLecturer],
    ['admin', admin],
  ]);
  return {
    knocking,
    teams,
    here,
    away,
    suspended,
    former,
    graders: { team: own, rivals: own, others: other, abroad: graderAbroad },
    lecturer,
    foreignLecturer,
  };
}

function named(make: World['student'], from: number) {
  let number = from;
  return (scope: Scope, section: SomeSection): Promise<Student> => {
    const mark = String.fromCodePoint(96 + (number += 1));
    return make({
      section,
      name: `${mark.toUpperCase()}. ${canary(scope, 'person')}`,
      email: `${mark}.${canary(scope, 'email')}@attrait.test`,
    });
  };
}

/** A class a week, five of them behind us. */
function meetings() {
  const start = Date.now() - 5 * 7 * DAY_MS;
  return Array.from({ length: 13 }, (_, week) => ({
    week: week + 1,
    unit: week === 0 ? OPEN_UNIT : week === 12 ? CLOSED_UNIT : null,
    title: { fr: `Séance ${week + 1}`, en: `Class ${week + 1}` },
    startsAt: new Date(start + week * 7 * DAY_MS),
    endsAt: new Date(start + week * 7 * DAY_MS + 3 * 3_600_000),
  }));
}

/** Takes the team's work through its states; the others' has gone all the way to a finished assessment before, and to a posting abroad. */
async function play(app: TestApp, world: World, people: People) {
  const { database } = app;
  const { teams, graders, lecturer, foreignLecturer } = people;
  const handIn = (scope: 'rivals' | 'others' | 'abroad') =>
    world.submission({ team: teams[scope], stage: STAGE, texts: textsOf(scope, 'text'), files: filesOf(scope) });
  for (const scope of ['rivals', 'others', 'abroad'] as const) await grade(app, world, graders[scope], await handIn(scope), scope);
  await post(app, world, foreignLecturer);
  await announce(app, people);
  const rows = await fillWorksheets(app, world, people);
  const snapshots = new Map<State, Snapshot>([['nothing', await takeSnapshot(database)]]);
  await world.draft({ team: teams.team, stage: STAGE, texts: textsOf('team', 'draft'), files: filesOf('team') });
  const draftFile = await oneId(app, 'SELECT id FROM draft_file ORDER BY added_at DESC, id LIMIT 1');
  snapshots.set('draft', await takeSnapshot(database));
  const work = await world.submission({ team: teams.team, stage: STAGE, texts: textsOf('team', 'text'), files: [] });
  snapshots.set('handed in', await takeSnapshot(database));
  const assessment = await grade(app, world, graders.team, work, 'team');
  snapshots.set('graded', await takeSnapshot(database));
  await post(app, world, lecturer);
  snapshots.set('posted', await takeSnapshot(database));
  await app.nest.get(PostingService).unpost(await world.actor(lecturer), work.stage.id);
  snapshots.set('unposted', await takeSnapshot(database));

  const always = {
    course: people.here.slug,
    assignment: ASSIGNMENT,
    stage: STAGE,
    stageId: work.stage.id,
    unit: OPEN_UNIT,
    week: '3',
    item: 'deck',
    lang: 'fr',
    team: teams.team.id,
    section: 'organisations',
    row: rows.team!,
    field: 'organisations.org_name',
    how: 'later',
    announcement: await oneId(app, `SELECT id FROM announcement WHERE published_at IS NOT NULL AND section_id IS NOT NULL`),
    ...(await switchIn(app)),
  };
  const parts = (state: State): Record<string, string> => {
    const reached = STATES.indexOf(state);
    return {
      ...always,
      ...(reached >= STATES.indexOf('draft') && { draftFile }),
      ...(reached >= STATES.indexOf('handed in') && { submission: work.id, file: work.files[0]!.id }),
      ...(reached >= STATES.indexOf('graded') && { assessment }),
    };
  };
  return { snapshots, parts, abroad: { ...(await partsAbroad(app, people)), row: rows.abroad! } };
}

/** Each team’s worksheet, with one organisation; answers its row. */
async function fillWorksheets(app: TestApp, world: World, { teams }: People): Promise<Partial<Record<Scope, string>>> {
  const [fill, rows] = [app.nest.get(FillService), {} as Partial<Record<Scope, string>>];
  for (const scope of ['team', 'rivals', 'others', 'abroad'] as const) {
    const actor = await world.actor(teams[scope].members[0]!);
    await app.nest.get(WorkspacesService).mine(actor, ASSIGNMENT);
    const row = (rows[scope] = (await fill.addRow(actor, ASSIGNMENT, 'organisation'))!);
    const cell = { row, field: 'organisations.org_name', state: 'value', value: canary(scope, 'cell'), version: 0 } as const;
    await fill.save(actor, ASSIGNMENT, [cell]);
  }
  return rows;
}

const textsOf = (scope: Scope, kind: 'draft' | 'text') => ({
  decision: canary(scope, kind),
  focal: 'Une coopérative.',
  ai_statement: 'Aucun usage.',
});
const filesOf = (scope: Scope) =>
  ['proposal', 'contract'].map((deliverable) => ({
    deliverable,
    name: `${deliverable} ${canary(scope, 'file')}.pdf`,
    content: samples.pdf(`${deliverable} ${canary(scope, 'bytes')}`),
  }));

async function grade(app: TestApp, world: World, by: CoursePerson, work: SubmittedWork, scope: Scope): Promise<string> {
  const [assessments, actor] = [app.nest.get(AssessmentsService), await world.actor(by)];
  const id = await assessments.open(actor, work.id);
  const { version, stageRubric } = await assessments.read(actor, id);
  const comment = canary(scope, 'mark');
  const content: AssessmentContent = {
    criteria: Object.fromEntries(
      stageRubric.criteria.map(({ key, levels }) => [key, { level: levels[1]!.key, points: levels[1]!.to, comment }]),
    ),
    gate: { level: 'ok', comment },
    comment,
  };
  const outcome = await assessments.save(actor, id, { version, content, mode: 'finish', lang: 'fr' });
  if (outcome.kind !== 'saved') throw new Error(`The assessment was not finished: ${JSON.stringify(outcome)}`);
  return id;
}

async function post(app: TestApp, world: World, by: CoursePerson): Promise<void> {
  const [postings, actor] = [app.nest.get(PostingService), await world.actor(by)];
  const { stages } = await world.assignment({ course: by.course });
  const stage = stages.find(({ spec }) => spec.key === STAGE)!;
  const outcome = await postings.post(actor, stage.id, (await postings.plan(actor, stage.id)).seen);
  if (outcome.kind !== 'posted') throw new Error('Nothing was posted.');
}

/** The same parts of an address, of the other course. */
async function partsAbroad(app: TestApp, { away, teams }: People): Promise<Record<string, string>> {
  const [row] = await app.database.query<Record<string, string>>(
    `SELECT s.id AS submission, f.id AS file, a.id AS assessment, s.stage_id AS "stageId"
     FROM submission s JOIN submission_file f ON f.submission_id = s.id AND f.position = (SELECT min(position) FROM submission_file WHERE submission_id = s.id)
     JOIN assessment a ON a.submission_id = s.id WHERE s.course_id = $1`,
    [away.id],
  );
  const announcement = await oneId(app, `SELECT id FROM announcement WHERE section_id IS NULL`);
  return { ...row, announcement, draftFile: row!['file']!, course: away.slug, team: teams.abroad.id };
}

/** One for the team's section and one to come; and one abroad. */
async function announce({ database }: TestApp, { here, away, lecturer, foreignLecturer, teams }: People): Promise<void> {
  const columns = 'id, course_id, section_id, author_id, title_fr, body_fr, publish_at, published_at';
  await database.query(
    `INSERT INTO announcement (${columns}) VALUES
       (gen_random_uuid(), $1, $2, $3, 'Apportez un ordinateur', 'Un par équipe **suffit**.', now(), now()),
       ($4, $1, $2, $3, 'Notes de l’étape 1', 'Elles sont là.', now() + interval '30 days', NULL),
       (gen_random_uuid(), $5, NULL, $6, 'Ailleurs', 'Texte.', now(), now())`,
    [here.id, teams.team.section.id, lecturer.id, SCHEDULED, away.id, foreignLecturer.id],
  );
}

/** The parts of a link that switches notices off, as the mail of the posting abroad has it. */
async function switchIn(app: TestApp): Promise<Record<string, string>> {
  const [mail] = await app.database.query<{ url: string }>(
    'SELECT unsubscribe_url AS url FROM mail WHERE unsubscribe_url IS NOT NULL LIMIT 1',
  );
  const [signature, person, kind] = mail!.url.split('/').reverse() as [string, string, string];
  return { kind, person, signature };
}

async function oneId(app: TestApp, sql: string): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(sql);
  return row!.id;
}

/** A stranger who has seen a page: their forms have a token too. */
async function strangerOf(app: TestApp) {
  const browser = app.stranger();
  const { text } = await browser.get('/sign-in');
  const token = /name="_token" value="([^"]+)"/.exec(text)![1]!;
  return Object.assign(browser.set('x-form-token', token), { token });
}
