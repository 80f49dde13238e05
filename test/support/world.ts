import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CourseAssignment, type CourseStage, AssignmentsService } from '../../src/assignments/index.js';
import type { Lang } from '../../src/kernel/localised.js';
import { ActorsQueries, type Course, PeopleService, type Section } from '../../src/people/index.js';
import type { CourseActor, CourseRole } from '../../src/platform/security/actor.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { kindOf } from '../../src/platform/blobs/file-kind.js';
import {
  DraftsService,
  HandInService,
  type ReceivedFile,
  SubmissionsService,
  type SubmittedWork,
  WorkService,
} from '../../src/submissions/index.js';
import { samples } from './samples.js';
import type { TestApp } from './test-app.js';

export const HOUR = 3_600_000;
export const DAY_MS = 24 * HOUR;

export interface SomeSection extends Pick<Section, 'id' | 'name'> {
  readonly course: SomeCourse;
}
export type SomeCourse = Pick<Course, 'id' | 'slug'>;

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}
export interface CoursePerson extends Someone {
  readonly course: SomeCourse;
}
export interface Student extends CoursePerson {
  readonly section: SomeSection;
}
export interface SomeTeam {
  readonly id: string;
  readonly name: string;
  readonly section: SomeSection;
  readonly members: readonly Student[];
}

/** By the key of a stage, or for every stage: so many milliseconds from now. */
type Offsets = number | Readonly<Record<string, number>>;

interface PersonGiven {
  readonly name?: string;
  readonly email?: string;
  readonly language?: Lang | null;
}

interface SomeFile {
  readonly deliverable: string;
  readonly name: string;
  readonly content: Buffer | string;
}

interface WorkGiven {
  readonly team?: SomeTeam;
  /** The key of a stage; the first one when left out. */
  readonly stage?: string;
  readonly by?: Someone;
  readonly texts?: Readonly<Record<string, string>>;
  readonly files?: readonly SomeFile[];
}

let counter = 0;

/** Each factory makes whatever it needs and was not given, in one course unless told otherwise: a test names only what it is about. */
export function worldOf(app: Pick<TestApp, 'nest' | 'database'>) {
  const { nest, database } = app;
  const people = nest.get(PeopleService);
  let usual: Promise<SomeSection> | undefined;
  let asked: ReadonlyMap<string, Promise<CourseAssignment>> = new Map();

  /** Remembers what was made so far: called, the answer forgets what was made since. */
  const remember = (): (() => void) => {
    const kept = [usual, asked] as const;
    return () => {
      [usual, asked] = kept;
    };
  };

  const course = (given: { slug?: string } = {}): Promise<SomeCourse> =>
    people.addCourse({
      slug: given.slug ?? `course-${(counter += 1)}`,
      title: { fr: 'Marketing entrepreneurial', en: 'Entrepreneurial marketing' },
      term: { fr: 'Automne 2026', en: 'Fall 2026' },
    });

  const section = async (given: { course?: SomeCourse; name?: string } = {}): Promise<SomeSection> => {
    const home = given.course ?? (usual ? (await usual).course : await course());
    const { id, name } = await people.addSection(home.id, given.name ?? `0${(counter += 1)}`);
    return { id, name, course: home };
  };

  const usualSection = (): Promise<SomeSection> => (usual ??= section());

  const person = async (given: PersonGiven & { isAdmin?: boolean } = {}): Promise<Someone> => {
    const number = (counter += 1);
    return people.add({ name: `Camille Tremblay ${number}`, email: `person${number}@attrait.test`, language: 'fr', ...given });
  };

  const enrolled = async (
    role: CourseRole,
    home: SomeCourse,
    sections: readonly SomeSection[],
    given: PersonGiven,
  ): Promise<CoursePerson> => {
    const { id, name, email } = await person(given);
    await people.enrol(
      home.id,
      id,
      role,
      sections.map((one) => one.id),
    );
    return { id, name, email, course: home };
  };

  const student = async ({ section: given, ...personal }: PersonGiven & { section?: SomeSection } = {}): Promise<Student> => {
    const place = given ?? (await usualSection());
    return { ...(await enrolled('student', place.course, [place], personal)), section: place };
  };

  const assistant = async ({ sections, ...personal }: PersonGiven & { sections?: readonly SomeSection[] } = {}): Promise<CoursePerson> => {
    const places = sections ?? [await usualSection()];
    return enrolled('assistant', places[0]!.course, places, personal);
  };

  const lecturer = async ({ course: given, ...personal }: PersonGiven & { course?: SomeCourse } = {}): Promise<CoursePerson> =>
    enrolled('lecturer', given ?? (await usualSection()).course, [], personal);

  const admin = (given: PersonGiven = {}): Promise<Someone> => person({ ...given, isAdmin: true });

  /** Seats somebody in a team, as joining it would, locked or not. */
  const seat = async (team: Pick<SomeTeam, 'id' | 'section'>, one: Someone): Promise<void> => {
    await database.query('INSERT INTO team_member (course_id, team_id, person_id) VALUES ($1, $2, $3)', [
      team.section.course.id,
      team.id,
      one.id,
    ]);
  };

  const team = async (
    given: { members?: readonly Student[]; section?: SomeSection; name?: string; seats?: number } = {},
  ): Promise<SomeTeam> => {
    const members = given.members ?? [await student(given.section && { section: given.section })];
    const place = given.section ?? members[0]?.section ?? (await usualSection());
    const name = given.name ?? `Équipe ${(counter += 1)}`;
    const [made] = await database.query<{ id: string }>(
      'INSERT INTO team (course_id, section_id, name, seats) VALUES ($1, $2, $3, $4) RETURNING id',
      [place.course.id, place.id, name, given.seats ?? 5],
    );
    for (const one of members) await seat({ id: made!.id, section: place }, one);
    return { id: made!.id, name, section: place, members };
  };

  /** The competitive analysis, asked for once in a course: opened a month ago and due in a week unless told otherwise. */
  const assignment = async (given: { course?: SomeCourse; opens?: Offsets; due?: Offsets } = {}): Promise<CourseAssignment> => {
    const home = given.course ?? (await usualSection()).course;
    const known = asked.get(home.id);
    if (known) return known;
    const at = (offsets: Offsets | undefined, key: string, usually: number): Date =>
      new Date(Date.now() + ((typeof offsets === 'object' ? offsets[key] : offsets) ?? usually));
    const made = nest.get(AssignmentsService).ask({ id: home.id, timeZone: 'America/Toronto' }, 'competitive-analysis', ({ key }) => ({
      opensAt: at(given.opens, key, -30 * DAY_MS),
      dueAt: at(given.due, key, 7 * DAY_MS),
    }));
    asked = new Map([...asked, [home.id, made]]);
    return made;
  };

  /** Moves a stage of an assignment: so many milliseconds from now. */
  const reschedule = async (given: { stage: string; due: number; opens?: number; course?: SomeCourse }): Promise<void> => {
    const { stages } = await assignment(given.course && { course: given.course });
    const { id } = stages.find(({ spec }) => spec.key === given.stage)!;
    const dates = [new Date(Date.now() + (given.opens ?? -60 * DAY_MS)), new Date(Date.now() + given.due)];
    await database.query('UPDATE stage SET opens_at = $2, due_at = $3, version = version + 1 WHERE id = $1', [id, ...dates]);
  };

  /** The actor that a request of this person would have in this course: for calling services without a request. */
  const actor = async (one: Someone, home?: SomeCourse): Promise<CourseActor> => {
    const { slug } = home ?? (one as Partial<CoursePerson>).course ?? (await usualSection()).course;
    return (await nest.get(ActorsQueries).find(one.id, slug)) as CourseActor;
  };

  const blobs = nest.get(Blobs);
  const stored = async ({ deliverable, name, content }: SomeFile): Promise<ReceivedFile> => {
    let mediaType: string | null = null;
    const received = await blobs.receive(Readable.from([Buffer.from(content)]), Infinity, async (path) => {
      mediaType = await kindOf(name, path);
    });
    return { deliverable, name, ...received, mediaType: mediaType ?? 'application/octet-stream' };
  };

  /** Where a team works, and work to put there: every required answer and file, unless told otherwise. */
  const workOf = async (given: WorkGiven) => {
    const group = given.team ?? (await team());
    const { content } = await assignment({ course: group.section.course });
    const key = given.stage ?? content.spec.stages[0]!.key;
    const by = given.by ?? group.members[0]!;
    const place = await nest.get(WorkService).open(await actor(by, group.section.course), content.key, key);
    const files = await Promise.all((given.files ?? requiredFiles(place.stage)).map(stored));
    return { place, by, texts: given.texts ?? requiredTexts(place.stage), files };
  };

  /** A draft as its form saves it. */
  const draft = async (given: WorkGiven & { version?: number } = {}): Promise<void> => {
    const { place, texts, files } = await workOf(given);
    const work = { texts, typed: texts, files, errors: {}, requestKey: null, version: given.version ?? 0 };
    const outcome = await nest.get(DraftsService).save(place, work);
    if (outcome.kind !== 'saved') throw new Error(`The draft was not saved: ${JSON.stringify(outcome)}`);
  };

  /** Work handed in by the service, now; or, with `at`, as it was handed in so many milliseconds from now, whatever the deadline says. */
  const submission = async (given: WorkGiven & { at?: number } = {}): Promise<SubmittedWork> => {
    const { place, by, texts, files } = await workOf(given);
    const handIns = nest.get(HandInService);
    const read = (id: string): Promise<SubmittedWork> => nest.get(SubmissionsService).read(place.actor, id);
    if (given.at !== undefined) {
      const { stage, team: group } = place;
      const { id } = await handIns.recordAsSystem({ stage, team: group!, texts, files, by: by.id, at: new Date(Date.now() + given.at) });
      return read(id);
    }
    const [known] = await database.query<{ version: number }>('SELECT version FROM draft WHERE stage_id = $1 AND team_id = $2', [
      place.stage.id,
      place.team!.id,
    ]);
    const work = { texts, typed: texts, files, errors: {}, requestKey: randomUUID(), version: known?.version ?? 0 };
    const outcome = await handIns.handIn(place, work);
    if (outcome.kind !== 'handed-in') throw new Error(`Nothing was handed in: ${JSON.stringify(outcome)}`);
    return read(outcome.submissionId);
  };

  const archive = (home: SomeCourse): Promise<unknown> => database.query('UPDATE course SET archived_at = now() WHERE id = $1', [home.id]);

  return {
    course,
    section,
    person,
    student,
    assistant,
    lecturer,
    admin,
    team,
    seat,
    assignment,
    reschedule,
    actor,
    draft,
    submission,
    archive,
    remember,
  };
}

export type World = ReturnType<typeof worldOf>;

/** One line for every text that must be there. */
export const requiredTexts = ({ spec }: Pick<CourseStage, 'spec'>): Record<string, string> =>
  Object.fromEntries(
    spec.deliverables.filter(({ kind, required }) => kind === 'text' && required).map(({ key }) => [key, `Réponse à ${key}.`]),
  );

/** One small PDF for every file that must be there. */
export const requiredFiles = ({ spec }: Pick<CourseStage, 'spec'>): SomeFile[] =>
  spec.deliverables
    .filter(({ kind, required }) => kind === 'file' && required)
    .map(({ key }) => ({ deliverable: key, name: `${key}.pdf`, content: samples.pdf(key) }));
