import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing in: password hashes, sessions, and failed attempts, from which the slowing down of guesses is reckoned. */
export class CreateSignIn1795305600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credential (
        person_id uuid NOT NULL,
        password_hash text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT credential_pkey PRIMARY KEY (person_id),
        CONSTRAINT credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    // The names and types of this table's columns are those that the session store expects.
    await runner.query(`
      CREATE TABLE session (
        sid varchar NOT NULL,
        sess json NOT NULL,
        expire timestamp(6) NOT NULL,
        CONSTRAINT session_pkey PRIMARY KEY (sid)
      )`);
    await runner.query(`CREATE INDEX session_expire_idx ON session (expire)`);
    await runner.query(`CREATE INDEX session_person_idx ON session ((sess ->> 'personId'))`);
    await runner.query(`
      CREATE TABLE sign_in_failure (
        id bigint GENERATED ALWAYS AS IDENTITY,
        account text NOT NULL,
        address text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT sign_in_failure_pkey PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX sign_in_failure_account_at_idx ON sign_in_failure (account, at)`);
    await runner.query(`CREATE INDEX sign_in_failure_address_at_idx ON sign_in_failure (address, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_failure', 'session', 'credential']) await runner.query(`DROP TABLE ${table}`);
  }
}
