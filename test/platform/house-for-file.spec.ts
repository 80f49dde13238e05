import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FrontCache } from '../../src/platform/http/front-cache.js';
import { houseForFile } from '../support/house-for-file.js';
import type { Student } from '../support/world.js';

const DECK = '/slides/fr/web-uses';

describe('the house of a test file', () => {
  let kept: Student;
  const house = houseForFile({ setUp: async ({ world: made }) => (kept = await made.student()) });
  const { world } = house;
  const count = async (table: string): Promise<number> => (await house.database.query(`SELECT FROM ${table}`)).length;

  // Twice the same: what the first leaves behind would be found by the second.
  it.each(['first', 'second'])('is to its %s test as the set-up left it', async () => {
    const left = join(house.env.DATA_DIR, 'left-behind');
    const front = house.app.get(FrontCache);
    const failure = `INSERT INTO sign_in_failure (account, address) VALUES ('a', '') RETURNING id`;

    expect(await house.database.query('SELECT id FROM person')).toEqual([{ id: kept.id }]);
    expect(await count('session')).toBe(0);
    expect(existsSync(left)).toBe(false);
    expect(front.find({ url: DECK, headers: {} })).toBeNull();
    const [{ id: number }] = (await house.database.query(failure)) as [{ id: string }];
    expect(Number(number)).toBe(1);
    expect((await world.student()).course).toEqual(kept.course);

    await world.assignment();
    await house.as(kept);
    await house.database.query('UPDATE person SET name = upper(name)');
    await house.stranger().get(DECK).expect(200);
    writeFileSync(left, '');
    expect(front.find({ url: DECK, headers: {} })).not.toBeNull();
    expect(await count('stage')).toBeGreaterThan(0);
  });
});
