import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { Database } from '../platform/database/database.js';
import { Credential } from './credential.entity.js';
import { PASSWORD_LENGTH } from './password-length.js';

/** argon2id (the library's default) as OWASP advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  /** Hashing is heavy on purpose: a class that signs in at once takes turns, and other pages keep their share of the machine. */
  private readonly inTurn = pLimit(Math.max(1, availableParallelism() - 1));
  /** Checked when there is no such account, so that the answer takes as long as when there is one. */
  private readonly decoy = hash('no account has this password', COST);

  constructor(private readonly database: Database) {}

  async set(personId: string, password: string): Promise<void> {
    const passwordHash = await this.inTurn(() => hash(password, COST));
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)
         ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now()`,
        [personId, passwordHash],
      );
      // Whoever learned the old password is signed out with it.
      await this.database.query(`DELETE FROM session WHERE sess ->> 'personId' = $1`, [personId]);
    });
  }

  /** One hash for several new accounts: for a demonstration alone, whose password everybody knows. */
  async share(personIds: readonly string[], password: string): Promise<void> {
    const passwordHash = await this.inTurn(() => hash(password, COST));
    await this.database.query('INSERT INTO credential (person_id, password_hash) SELECT unnest($1::uuid[]), $2', [personIds, passwordHash]);
  }

  /** True when the password is this person's. Takes the same time for a person who has none, or for nobody at all. */
  async check(personId: string | undefined, password: string): Promise<boolean> {
    const credential = personId === undefined ? null : await this.database.of(Credential).findOneBy({ personId });
    const known = credential?.passwordHash ?? (await this.decoy);
    const matches = await this.inTurn(() => verify(known, password.slice(0, PASSWORD_LENGTH.max)));
    return matches && credential !== null;
  }
}
