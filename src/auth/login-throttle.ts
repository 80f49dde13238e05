import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { TooManyGuesses } from './auth.errors.js';

/** After this many failures in the window an account is slowed; it is never locked, or anybody could lock anybody out. */
export const FREE_TRIES = 10;
const WINDOW = '15 minutes';
/** In seconds. */
const LONGEST_WAIT = 300;
/** One address may be a whole class behind one router: its own limit only stops floods of different accounts. */
const FAILURES_PER_ADDRESS = 200;

/** The seconds to wait after so many failures: none for the first ten, then 2, 4, 8… up to five minutes. */
export const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES + 1), LONGEST_WAIT);

/** An account by what is typed for it, whether it exists or not. */
export const accountOf = (email: string): string => email.trim().toLowerCase();

/** What is counted together: the tries of one device that the account knows, or those of all others. No address has a space. */
export const countedFor = (account: string, device: string | null): string => (device ? `${account} ${device}` : account);

@Injectable()
export class LoginThrottle {
  constructor(private readonly database: Database) {}

  /**
   * Counts a try before its password is looked at: a hundred at once must not all pass as the first.
   * It stands as a failure of the account until `forget`; its address is noted only by `noteFailure`, or a class that signs in would count as a flood.
   * @throws TooManyGuesses
   */
  async begin(account: string, address: string): Promise<string> {
    const [begun] = await this.database.query<{ id: string }>(
      `INSERT INTO sign_in_failure (account, address) VALUES ($1, '') RETURNING id`,
      [account],
    );
    const seconds = await this.waitFor(begun!.id, account, address);
    if (seconds === 0) return begun!.id;
    // Who knocks while they wait does not wait longer for it.
    await this.database.query('DELETE FROM sign_in_failure WHERE id = $1', [begun!.id]);
    throw new TooManyGuesses(seconds);
  }

  async noteFailure(id: string, address: string): Promise<void> {
    await this.database.query('UPDATE sign_in_failure SET address = $2 WHERE id = $1', [id, address]);
  }

  async forget(account: string): Promise<void> {
    await this.database.query(`DELETE FROM sign_in_failure WHERE account = $1 OR at < now() - interval '1 day'`, [account]);
  }

  /**
   * The seconds this account still has to wait, by the tries before this one. Where an address has failed for many accounts,
   * an account of its own failures waits longer; the others, a class behind the same router, go on.
   */
  private async waitFor(id: string, account: string, address: string): Promise<number> {
    const [row] = await this.database.query<{ failures: number; since: number; from_address: number }>(
      `SELECT (SELECT count(*)::int FROM sign_in_failure WHERE account = $1 AND id < $3 AND at > now() - interval '${WINDOW}') AS failures,
              (SELECT coalesce(extract(epoch FROM now() - max(at)), 0)::float8 FROM sign_in_failure WHERE account = $1 AND id < $3) AS since,
              (SELECT count(*)::int FROM sign_in_failure WHERE address = $2 AND at > now() - interval '${WINDOW}') AS from_address`,
      [account, address, id],
    );
    const { failures, since, from_address: fromAddress } = row!;
    const wait = Math.max(0, Math.ceil(waitAfter(failures) - since));
    return fromAddress >= FAILURES_PER_ADDRESS && failures > 0 ? Math.max(wait, Math.ceil(60 - since)) : wait;
  }
}
