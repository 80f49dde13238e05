import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every date of a course says when it was last changed and how often, and a class may be cancelled: calendars that subscribed are told. */
export class RememberChangesOfDates1795305600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN cancelled_at timestamptz,
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query('ALTER TABLE stage ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now()');
    // Kept when the date is taken back: an event that subscribers saw is cancelled where it stood.
    await runner.query(`
      ALTER TABLE unit_release
        ADD COLUMN last_opens_at timestamptz,
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query('UPDATE unit_release SET last_opens_at = opens_at');
    // The form that copied the course: sent twice, it makes one course.
    await runner.query('ALTER TABLE course ADD COLUMN request_key uuid, ADD CONSTRAINT course_request_key_key UNIQUE (request_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE course DROP CONSTRAINT course_request_key_key, DROP COLUMN request_key');
    await runner.query('ALTER TABLE unit_release DROP COLUMN last_opens_at, DROP COLUMN changed_at');
    await runner.query('ALTER TABLE stage DROP COLUMN changed_at');
    await runner.query('ALTER TABLE meeting DROP COLUMN version, DROP COLUMN cancelled_at, DROP COLUMN changed_at');
  }
}
