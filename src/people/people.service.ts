import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Lang, Localised } from '../kernel/localised.js';
import { Database } from '../platform/database/database.js';
import type { CourseRole } from '../platform/security/actor.js';
import { Course } from './course.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { EmailTaken } from './people.errors.js';
import { Person } from './person.entity.js';
import { Section } from './section.entity.js';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  /** Family name first; the name's last word is taken to be the family name when this is left out. */
  readonly sortName?: string;
  readonly language?: Lang | null;
  readonly isAdmin?: boolean;
}

export interface NewCourse {
  readonly slug: string;
  readonly title: Localised;
  readonly term: Localised;
  readonly timeZone?: string;
  readonly isDemonstration?: boolean;
  /** Which sending of a form made it: sent twice, it makes one. */
  readonly requestKey?: string | null;
}

@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  findByEmail(email: string): Promise<Person | null> {
    return this.database.of(Person).findOneBy({ email: email.trim().toLowerCase(), suspendedAt: IsNull() });
  }

  /** @throws EmailTaken */
  async add(given: NewPerson): Promise<Person> {
    const email = given.email.trim().toLowerCase();
    const people = this.database.of(Person);
    if (await people.existsBy({ email })) throw new EmailTaken(email);
    const name = given.name.trim().normalize('NFC');
    return people.save(
      people.create({
        email,
        name,
        sortName: given.sortName ?? sortNameOf(name),
        language: given.language ?? null,
        isAdmin: given.isAdmin ?? false,
      }),
    );
  }

  async addCourse({ slug, title, term, timeZone, isDemonstration, requestKey }: NewCourse): Promise<Course> {
    const courses = this.database.of(Course);
    return courses.save(
      courses.create({
        slug,
        titleFr: title.fr,
        titleEn: title.en,
        termFr: term.fr,
        termEn: term.en,
        timeZone: timeZone ?? 'America/Toronto',
        isDemonstration: isDemonstration ?? false,
        requestKey: requestKey ?? null,
      }),
    );
  }

  findCourse(slug: string): Promise<Course | null> {
    return this.database.of(Course).findOneBy({ slug });
  }

  /** Others who hold this course wait until the running transaction ends. */
  async holdCourse(courseId: string): Promise<void> {
    await this.database.query('SELECT FROM course WHERE id = $1 FOR UPDATE', [courseId]);
  }

  async setTimeZone(courseId: string, timeZone: string): Promise<void> {
    await this.database.of(Course).update(courseId, { timeZone });
  }

  addSection(courseId: string, name: string): Promise<Section> {
    const sections = this.database.of(Section);
    return sections.save(sections.create({ courseId, name }));
  }

  /** By their names. */
  listSections(courseId: string): Promise<Section[]> {
    return this.database.of(Section).find({ where: { courseId }, order: { name: 'ASC' } });
  }

  async listLecturerIds(courseId: string): Promise<string[]> {
    const found = await this.database.of(Enrolment).findBy({ courseId, role: 'lecturer', endedAt: IsNull() });
    return found.map(({ personId }) => personId);
  }

  /** Whether they are, or were, in the course. */
  wasEnrolled(courseId: string, personId: string): Promise<boolean> {
    return this.database.of(Enrolment).existsBy({ courseId, personId });
  }

  /** A student is given one section; an assistant any number; a lecturer sees all and is given none. */
  async enrol(courseId: string, personId: string, role: CourseRole, sectionIds: readonly string[] = []): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.of(Enrolment).insert({ courseId, personId, role, sectionId: role === 'student' ? sectionIds[0]! : null });
      if (role !== 'assistant') return;
      for (const sectionId of sectionIds)
        await this.database.query('INSERT INTO assistant_section (course_id, person_id, section_id) VALUES ($1, $2, $3)', [
          courseId,
          personId,
          sectionId,
        ]);
    });
  }

  /** The courses a person takes part in, the newest first. */
  coursesOf(
    personId: string,
  ): Promise<{ slug: string; title_fr: string; title_en: string; term_fr: string; term_en: string; role: CourseRole }[]> {
    return this.database.query(
      `SELECT c.slug, c.title_fr, c.title_en, c.term_fr, c.term_en, e.role FROM enrolment e JOIN course c ON c.id = e.course_id
       WHERE e.person_id = $1 AND e.ended_at IS NULL ORDER BY c.created_at DESC`,
      [personId],
    );
  }

  async setLanguage(personId: string, language: Lang | null): Promise<void> {
    await this.database.of(Person).update(personId, { language });
  }

  async setShortcuts(personId: string, shortcutsEnabled: boolean): Promise<void> {
    await this.database.of(Person).update(personId, { shortcutsEnabled });
  }

  /** The accounts of the demonstration, by what they are in it; none where there is no demonstration course. */
  listDemonstrationAccounts(): Promise<{ email: string; name: string; role: CourseRole | 'admin' }[]> {
    return this.database.query(
      `SELECT p.email, p.name, coalesce(e.role, 'admin') AS role
       FROM person p LEFT JOIN (enrolment e JOIN course c ON c.id = e.course_id AND c.is_demonstration) ON e.person_id = p.id
       WHERE p.email LIKE '%@attrait.example' AND EXISTS (SELECT 1 FROM course WHERE is_demonstration)
       ORDER BY array_position(ARRAY['lecturer', 'assistant', 'student'], e.role), length(p.email), p.email`,
    );
  }

  async isDemonstration(): Promise<boolean> {
    return this.database.of(Course).existsBy({ isDemonstration: true });
  }

  /** False in an installation that is still empty. */
  async hasAnybody(): Promise<boolean> {
    return (await this.database.of(Person).exists()) || (await this.database.of(Course).exists());
  }
}

function sortNameOf(name: string): string {
  const words = name.split(/\s+/);
  return words.length > 1 ? `${words.at(-1)}, ${words.slice(0, -1).join(' ')}` : name;
}
