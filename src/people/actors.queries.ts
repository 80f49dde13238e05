import { Injectable } from '@nestjs/common';
import type { Lang } from '../kernel/localised.js';
import { Database } from '../platform/database/database.js';
import type { Actor, CourseActor, CourseRole } from '../platform/security/actor.js';

export interface ActorRow {
  id: string;
  name: string;
  email: string;
  language: Lang | null;
  is_admin: boolean;
  shortcuts_enabled: boolean;
  membership: MembershipRow | null;
}

interface MembershipRow {
  id: string;
  slug: string;
  title_fr: string;
  title_en: string;
  term_fr: string;
  term_en: string;
  time_zone: string;
  is_demonstration: boolean;
  is_archived: boolean;
  role: CourseRole;
  section_ids: string[];
}

/** Persons `p` who are not suspended, each with what they are in the course whose slug is `$2`. */
export const ACTORS = `
  SELECT p.id, p.name, p.email, p.language, p.is_admin, p.shortcuts_enabled, to_json(membership) AS membership
  FROM person p
  LEFT JOIN LATERAL (
    SELECT c.id, c.slug, c.title_fr, c.title_en, c.term_fr, c.term_en, c.time_zone, c.is_demonstration,
           c.archived_at IS NOT NULL AS is_archived, e.role,
           CASE e.role
             WHEN 'student' THEN ARRAY[e.section_id]
             WHEN 'assistant' THEN ARRAY(SELECT asec.section_id FROM assistant_section asec WHERE asec.course_id = c.id AND asec.person_id = p.id)
             ELSE ARRAY(SELECT sec.id FROM section sec WHERE sec.course_id = c.id)
           END AS section_ids
    FROM course c JOIN enrolment e ON e.course_id = c.id AND e.person_id = p.id AND e.ended_at IS NULL
    WHERE c.slug = $2
  ) membership ON true
  WHERE p.suspended_at IS NULL`;

/** Without a course, or where they are not enrolled in it, a plain `Actor`. */
export const actorFrom = (row: ActorRow): Actor | CourseActor =>
  row.membership ? { ...actorOf(row), ...membershipOf(row.membership) } : actorOf(row);

/** Who a person is now, and what they are in a course, in one statement; a session finds them on its own way. */
@Injectable()
export class ActorsQueries {
  constructor(private readonly database: Database) {}

  /** Null when the person is gone or suspended. */
  async find(personId: string, courseSlug: string | null): Promise<Actor | CourseActor | null> {
    const [row] = await this.database.query<ActorRow>(`${ACTORS} AND p.id = $1`, [personId, courseSlug]);
    return row ? actorFrom(row) : null;
  }
}

const actorOf = (row: ActorRow): Actor => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  isAdmin: row.is_admin,
  shortcutsEnabled: row.shortcuts_enabled,
});

const membershipOf = (row: MembershipRow): Omit<CourseActor, keyof Actor> => ({
  course: {
    id: row.id,
    slug: row.slug,
    title: { fr: row.title_fr, en: row.title_en },
    term: { fr: row.term_fr, en: row.term_en },
    timeZone: row.time_zone,
    isDemonstration: row.is_demonstration,
    isArchived: row.is_archived,
  },
  role: row.role,
  sectionIds: row.section_ids,
});
