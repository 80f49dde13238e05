import fc from 'fast-check';
import pg from 'pg';
import { isReleased } from '../../src/curriculum/release.policy.js';
import { isReleasedSql } from '../../src/curriculum/release.queries.js';
import type { ReleaseState } from '../../src/curriculum/unit-release.entity.js';
import { template, urlOf } from '../support/databases.js';

interface Case {
  readonly state: ReleaseState;
  readonly opensAt: Date | null;
  readonly now: Date;
}

const instant = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
/** A date that is far from now, or nearer than clocks tell apart. */
const releases = fc
  .record({ state: fc.constantFrom('draft', 'scheduled', 'published'), opensAt: fc.option(instant), now: instant })
  .chain((one) =>
    fc.constantFrom(null, -1, 0, 1).map((ms): Case => (ms === null ? one : { ...one, opensAt: new Date(one.now.getTime() + ms) })),
  );

async function inSql(cases: readonly Case[]): Promise<boolean[]> {
  const client = new pg.Client(urlOf(await template()));
  await client.connect();
  try {
    const { rows } = await client.query<{ is_released: boolean }>(
      `SELECT ${isReleasedSql('r', 'r.now')} IS TRUE AS is_released
       FROM jsonb_array_elements($1) WITH ORDINALITY AS given (value, place),
            jsonb_to_record(value) AS r (state text, opens_at timestamptz, now timestamptz) ORDER BY place`,
      [JSON.stringify(cases.map(({ state, opensAt, now }) => ({ state, opens_at: opensAt, now })))],
    );
    return rows.map(({ is_released }) => is_released);
  } finally {
    await client.end();
  }
}

it('the rule of release is one, in TypeScript and in SQL', async () => {
  const cases = fc.sample(releases, 3000);

  const answers = cases.map((one) => isReleased(one, one.now));

  expect(await inSql(cases)).toEqual(answers);
  expect(new Set(answers)).toEqual(new Set([true, false]));
});
