import { type AskedAssignment, AssignmentsService } from '../../src/assignments/index.js';
import type { Lang } from '../../src/kernel/localised.js';
import { ActorsQueries, type Course, PeopleService, type Section } from '../../src/people/index.js';
import type { CourseActor, CourseRole } from '../../src/platform/security/actor.js';
import type { House } from './test-app.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

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

let counter = 0;

/** Each factory makes whatever it needs and was not given, in one course unless told otherwise: a test names only what it is about. */
export function worldOf(house: Pick<House, 'app' | 'database'>) {
  const { app, database } = house;
  const people = app.get(PeopleService);
  let usual: Promise<SomeSection> | undefined;
  const asked = new Map<string, Promise<AskedAssignment>>();

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
  const assignment = async (given: { course?: SomeCourse; opens?: Offsets; due?: Offsets } = {}): Promise<AskedAssignment> => {
    const home = given.course ?? (await usualSection()).course;
    const known = asked.get(home.id);
    if (known) return known;
    const at = (offsets: Offsets | undefined, key: string, usually: number): Date =>
      new Date(Date.now() + ((typeof offsets === 'object' ? offsets[key] : offsets) ?? usually));
    const made = app.get(AssignmentsService).ask(home.id, 'competitive-analysis', ({ key }) => ({
      opensAt: at(given.opens, key, -30 * DAY),
      dueAt: at(given.due, key, 7 * DAY),
    }));
    asked.set(home.id, made);
    return made;
  };

  /** Moves a stage of an assignment: so many milliseconds from now. */
  const reschedule = async (given: { stage: string; due: number; opens?: number; course?: SomeCourse }): Promise<void> => {
    const { stages } = await assignment(given.course && { course: given.course });
    const { id } = stages.find(({ spec }) => spec.key === given.stage)!;
    const dates = [new Date(Date.now() + (given.opens ?? -60 * DAY)), new Date(Date.now() + given.due)];
    await database.query('UPDATE stage SET opens_at = $2, due_at = $3, version = version + 1 WHERE id = $1', [id, ...dates]);
  };

  /** What the doors would make of this person in this course: for calling services without a request. */
  const actor = async (one: Someone, home?: SomeCourse): Promise<CourseActor> => {
    const { slug } = home ?? (one as Partial<CoursePerson>).course ?? (await usualSection()).course;
    return (await app.get(ActorsQueries).find(one.id, slug)) as CourseActor;
  };

  const archive = (home: SomeCourse): Promise<unknown> => database.query('UPDATE course SET archived_at = now() WHERE id = $1', [home.id]);

  return { course, section, person, student, assistant, lecturer, admin, team, seat, assignment, reschedule, actor, archive };
}

export type World = ReturnType<typeof worldOf>;
