import { Injectable } from '@nestjs/common';
import { DEMONSTRATION_PASSWORD, Passwords } from '../../auth/index.js';
import { CurriculumService, type FirstRelease, MeetingsService, type NewMeeting } from '../../curriculum/index.js';
import { ActorsQueries, PeopleService } from '../../people/index.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { TeamsService } from '../../teams/index.js';
import { CourseFounder, type NewCourse, termOf } from '../../course-settings/index.js';
import { demonstrationStages, demonstrationTimetable } from './dates.js';
import { ADMIN, ASSISTANTS, type DemonstrationPerson, LECTURER, SECTIONS, TEAMS } from './people.js';

export const DEMONSTRATION_COURSE = 'demo';
const MOVED_WEEK = 10;

/** The class before it has worked: its people, its course, what is open, and who works with whom. */
@Injectable()
export class DemonstrationClass {
  constructor(
    private readonly people: PeopleService,
    private readonly actors: ActorsQueries,
    private readonly passwords: Passwords,
    private readonly founder: CourseFounder,
    private readonly curriculum: CurriculumService,
    private readonly teams: TeamsService,
    private readonly meetings: MeetingsService,
  ) {}

  async open(now: Date): Promise<NewCourse> {
    const founded = await this.founder.found({
      slug: DEMONSTRATION_COURSE,
      title: { fr: 'Marketing entrepreneurial', en: 'Entrepreneurial marketing' },
      term: termOf(demonstrationTimetable(now).firstDay),
      place: { fr: 'Salle B-214', en: 'Room B-214' },
      timetable: demonstrationTimetable(now),
      sections: SECTIONS,
      isDemonstration: true,
      stages: (planned) => demonstrationStages(now, planned),
    });
    await this.curriculum.addReleases(founded.course.id, releasesFor(founded.meetings));
    await this.addPeople(founded);
    return founded;
  }

  /** A guest can come an hour earlier, from afar: one class of the term is not as planned. */
  async moveClass(): Promise<void> {
    const lecturer = await this.actor(LECTURER.email);
    const { title, startsAt, endsAt, version } = await this.meetings.read(lecturer, MOVED_WEEK);
    const earlier = (instant: Date): Date => new Date(instant.getTime() - 60 * 60 * 1000);
    const place = { fr: 'En ligne, avec une invitée', en: 'Online, with a guest' };
    const wish = { title, place, startsAt: earlier(startsAt), endsAt: earlier(endsAt), isCancelled: false, madeFrom: version };
    await this.meetings.change(lecturer, MOVED_WEEK, wish);
  }

  async makeTeams(): Promise<void> {
    for (const { name, members } of TEAMS) {
      const [first, ...others] = members;
      const { id } = await this.teams.create(await this.actor(first!.email), name);
      for (const { email } of others) await this.teams.join(await this.actor(email), id);
    }
  }

  /** Somebody of the class, as a request of theirs would be answered. */
  async actor(account: string): Promise<CourseActor> {
    const email = account.includes('@') ? account : `${account}@attrait.example`;
    const person = await this.people.findByEmail(email);
    return (await this.actors.find(person!.id, DEMONSTRATION_COURSE)) as CourseActor;
  }

  private async addPeople({ course, sections }: NewCourse): Promise<void> {
    const idOf = (name: string): string => sections.find((section) => section.name === name)!.id;
    const all: string[] = [];
    const add = async (person: DemonstrationPerson, isAdmin = false): Promise<string> => {
      const { id } = await this.people.add({ email: person.email, name: person.name, language: person.language, isAdmin });
      all.push(id);
      return id;
    };
    await this.people.enrol(course.id, await add(LECTURER), 'lecturer');
    for (const assistant of ASSISTANTS) await this.people.enrol(course.id, await add(assistant), 'assistant', assistant.sections.map(idOf));
    for (const { members, section } of TEAMS)
      for (const member of members) await this.people.enrol(course.id, await add(member), 'student', [idOf(section)]);
    await add(ADMIN, true);
    await this.passwords.share(all, DEMONSTRATION_PASSWORD);
  }
}

/** What was taught is published; what comes next opens with its class; what is far off is still a draft. */
function releasesFor(meetings: readonly NewMeeting[]): FirstRelease[] {
  const firstOf = new Map<string, NewMeeting>();
  for (const meeting of meetings) if (meeting.unit && !firstOf.has(meeting.unit)) firstOf.set(meeting.unit, meeting);
  return [...firstOf].map(([unit, { week, startsAt }]) => {
    if (week <= 5) return { unit, state: 'published' };
    return week <= 8 ? { unit, state: 'scheduled', opensAt: startsAt } : { unit, state: 'draft' };
  });
}
