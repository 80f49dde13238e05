import pg from 'pg';

/** A Wednesday in mid-term, in the middle of the day, far from a change of time. */
export const FROZEN_AT = new Date('2026-10-21T15:00:00Z');

const CLOCKS = ['now', 'clock_timestamp', 'statement_timestamp'];

/**
 * Makes a database answer the same moment, and count its ids, for whoever asks without naming a schema: as rooms do.
 * Defaults of columns had their functions bound when the tables were made, so they are bound again.
 */
export async function freezeClock(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('CREATE SCHEMA frozen; CREATE SEQUENCE frozen.ids');
    for (const clock of CLOCKS)
      await client.query(
        `CREATE FUNCTION frozen.${clock}() RETURNS timestamptz LANGUAGE sql STABLE RETURN timestamptz '${FROZEN_AT.toISOString()}'`,
      );
    await client.query(`CREATE FUNCTION frozen.gen_random_uuid() RETURNS uuid LANGUAGE sql VOLATILE
      RETURN ('00000000-0000-4000-8000-' || lpad(to_hex(nextval('frozen.ids'::regclass)), 12, '0'))::uuid`);
    await client.query(BIND_DEFAULTS);
    await client.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = frozen, pg_catalog, public', current_database()); END $$`,
    );
  } finally {
    await client.end();
  }
}

const BIND_DEFAULTS = `
  DO $$ DECLARE one record; BEGIN
    FOR one IN
      SELECT d.adrelid::regclass AS owner, a.attname, pg_get_expr(d.adbin, d.adrelid) AS expression
      FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated = ''
      WHERE pg_get_expr(d.adbin, d.adrelid) ~ '^(now|clock_timestamp|statement_timestamp|gen_random_uuid)[(][)]$'
    LOOP
      EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT frozen.%s', one.owner, one.attname, one.expression);
    END LOOP;
  END $$`;
