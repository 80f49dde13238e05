import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV } from '../platform/config/config.module.js';
import type { Env } from '../platform/config/env.js';
import { Database } from '../platform/database/database.js';
import { type CourseActor, isCourseActor } from '../platform/security/actor.js';
import { signaturesOf } from '../platform/security/signature.js';
import { ActorsQueries } from './actors.queries.js';

/** What a program may fetch with such an address, and nothing else. */
export type PrivateAddressKind = 'calendar' | 'announcements';

export interface PrivateAddress {
  /** What the address ends with; null where it can no longer be shown (the installation's secret has changed) though it still works. */
  readonly token: string | null;
  readonly createdAt: Date;
}

/**
 * Addresses that programs fetch without signing in: one a person, course and kind, worth what the person may read now.
 * A token is derived from the installation's secret and kept as a hash: a stolen database opens nothing.
 */
@Injectable()
export class PrivateAddresses {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorsQueries,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The actor's own, to be shown to them; null when there is none, or it was revoked. */
  async find(actor: CourseActor, kind: PrivateAddressKind): Promise<PrivateAddress | null> {
    const [row] = await this.database.query<{ id: string; token_hash: string; created_at: Date }>(
      `SELECT id, token_hash, created_at FROM private_address
       WHERE course_id = $1 AND person_id = $2 AND kind = $3 AND revoked_at IS NULL`,
      [actor.course.id, actor.id, kind],
    );
    if (!row) return null;
    const token = this.tokensOf(row.id).find((one) => hashOf(one) === row.token_hash);
    return { token: token ?? null, createdAt: row.created_at };
  }

  /** Makes an address and answers with its token; the one before it, if any, opens nothing any more. */
  async issue(actor: CourseActor, kind: PrivateAddressKind): Promise<string> {
    return this.database.transaction(async () => {
      // Two clicks at once: the second waits here, and replaces what the first one made.
      await this.database.query('SELECT id FROM enrolment WHERE course_id = $1 AND person_id = $2 FOR UPDATE', [actor.course.id, actor.id]);
      await this.revoke(actor, kind);
      const [made] = await this.database.query<{ id: string }>('SELECT gen_random_uuid() AS id');
      const [token] = this.tokensOf(made!.id);
      await this.database.query('INSERT INTO private_address (id, person_id, course_id, kind, token_hash) VALUES ($1, $2, $3, $4, $5)', [
        made!.id,
        actor.id,
        actor.course.id,
        kind,
        hashOf(token),
      ]);
      return token;
    });
  }

  async revoke(actor: CourseActor, kind: PrivateAddressKind): Promise<void> {
    await this.database.change(
      `UPDATE private_address SET revoked_at = now()
       WHERE course_id = $1 AND person_id = $2 AND kind = $3 AND revoked_at IS NULL`,
      [actor.course.id, actor.id, kind],
    );
  }

  /** Whose address it is, as they stand in that course now; null for anything but a standing address of somebody who still takes part. */
  async readerOf(courseSlug: string, kind: PrivateAddressKind, token: unknown): Promise<CourseActor | null> {
    if (typeof token !== 'string' || token === '') return null;
    const [row] = await this.database.query<{ person_id: string }>(
      `SELECT pa.person_id FROM private_address pa JOIN course c ON c.id = pa.course_id
       WHERE pa.token_hash = $1 AND pa.kind = $2 AND c.slug = $3 AND pa.revoked_at IS NULL`,
      [hashOf(token), kind, courseSlug],
    );
    const actor = row && (await this.actors.find(row.person_id, courseSlug));
    return isCourseActor(actor) ? actor : null;
  }

  /** As each secret makes it, the newest first. */
  private tokensOf(id: string): readonly [string, ...string[]] {
    return signaturesOf(this.env, `private-address:${id}`);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
