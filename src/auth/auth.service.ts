import { Injectable } from '@nestjs/common';
import { type Person, PeopleService } from '../people/index.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Actor } from '../platform/security/actor.js';
import type { AttraitRequest } from '../platform/security/request.js';
import { Passwords } from './passwords.js';
import { SESSION_LENGTH } from './sessions.js';
import type { DemonstrationAccount } from './sign-in.view.js';

/** Written down for everybody: demonstration accounts hold nothing real. */
export const DEMONSTRATION_PASSWORD = 'attrait-demonstration';

@Injectable()
export class AuthService {
  constructor(
    private readonly people: PeopleService,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
  ) {}

  /** Opens a session under a new id: one that was planted in the browser before is worth nothing afterwards. */
  async signIn(request: AttraitRequest, person: Person): Promise<void> {
    const courses = await this.people.coursesOf(person.id);
    const isStaff = person.isAdmin || courses.some(({ role }) => role !== 'student');
    request.session.options({ maxAge: isStaff ? SESSION_LENGTH.staff : SESSION_LENGTH.student });
    await request.session.regenerate();
    request.session.personId = person.id;
    await request.session.save();
    await this.audit.note({ courseId: null, actorId: person.id, action: 'signed-in', object: `person:${person.id}` });
  }

  async signOut(request: AttraitRequest): Promise<void> {
    await request.session.destroy();
  }

  /** False when the present password is not the one given; every other session of this person ends. */
  async changePassword(actor: Actor, present: string, fresh: string): Promise<boolean> {
    if (!(await this.passwords.check(actor.id, present))) return false;
    await this.passwords.set(actor.id, fresh);
    await this.audit.note({ courseId: null, actorId: actor.id, action: 'password-changed', object: `person:${actor.id}` });
    return true;
  }

  /** Who can be signed in as, where this is a demonstration; null elsewhere. */
  async demonstrationAccounts(): Promise<{ password: string; list: DemonstrationAccount[] } | null> {
    const list = await this.people.listDemonstrationAccounts();
    return list.length > 0 ? { password: DEMONSTRATION_PASSWORD, list } : null;
  }
}
