import { Injectable } from '@nestjs/common';
import { Passwords } from '../auth/index.js';
import { DomainError } from '../kernel/domain-error.js';
import { type NewPerson, PeopleService, type Person, type Section } from '../people/index.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { Database } from '../platform/database/database.js';
import type { CourseRole } from '../platform/security/actor.js';
import { adminTexts } from './text.js';

export interface EnrolmentWish {
  /** Its slug. */
  readonly course: string;
  readonly role: CourseRole;
  /** Their names. */
  readonly sections: readonly string[];
}

export class NotThere extends DomainError {
  constructor(fr: string, en: string) {
    super('not-found', 'not-there', { fr, en });
  }
}

export class AlreadyEnrolled extends DomainError {
  constructor(email: string, course: string) {
    super('conflict', 'already-enrolled', adminTexts.inBoth.messages.alreadyEnrolled(email, course));
  }
}

/** Accounts as an operator opens them. What changes who may do what leaves a line in the audit log. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
  ) {}

  async exists(email: string): Promise<boolean> {
    return (await this.people.findByEmail(email)) !== null;
  }

  /** @throws EmailTaken, NotThere, and AlreadyEnrolled for an account that the course has. */
  async open(given: NewPerson, password: string, enrolment: EnrolmentWish | null): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.people.add(given);
      await this.passwords.set(person.id, password);
      await this.note('account-opened', person, { isAdmin: person.isAdmin });
      if (enrolment) await this.enrolPerson(person, enrolment);
    });
  }

  /** @throws NotThere, AlreadyEnrolled */
  async enrol(email: string, enrolment: EnrolmentWish): Promise<void> {
    const person = await this.require(email);
    await this.database.transaction(() => this.enrolPerson(person, enrolment));
  }

  /** Every session of this person ends. @throws NotThere */
  async setPassword(email: string, password: string): Promise<void> {
    const person = await this.require(email);
    await this.database.transaction(async () => {
      await this.passwords.set(person.id, password);
      await this.note('password-changed', person);
    });
  }

  private async require(email: string): Promise<Person> {
    const person = await this.people.findByEmail(email);
    if (!person) throw new NotThere(`${email} n’a pas de compte.`, `${email} has no account.`);
    return person;
  }

  private async enrolPerson(person: Person, { course: slug, role, sections }: EnrolmentWish): Promise<void> {
    const course = await this.people.findCourse(slug);
    if (!course) throw new NotThere(`Il n’y a pas de cours ${slug}.`, `There is no course ${slug}.`);
    if (await this.people.wasEnrolled(course.id, person.id)) throw new AlreadyEnrolled(person.email, slug);
    const known = await this.people.listSections(course.id);
    const ids = sections.map((name) => idOf(known, name));
    await this.people.enrol(course.id, person.id, role, ids);
    await this.note('enrolled', person, { course: course.id, role, sections: ids });
  }

  private note(action: string, { id }: Person, { course, ...detail }: { course?: string } & Record<string, unknown> = {}): Promise<void> {
    return this.audit.note({ courseId: course ?? null, actorId: null, action, object: `person:${id}`, detail });
  }
}

function idOf(sections: readonly Section[], name: string): string {
  const found = sections.find((section) => section.name === name);
  const names = sections.map((section) => section.name).join(', ');
  if (!found) throw new NotThere(`Il n’y a pas de groupe ${name} ; il y a ${names}.`, `There is no section ${name}; there is ${names}.`);
  return found.id;
}
