import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FrontCache } from '../../src/platform/http/front-cache.js';
import { appForFile } from '../support/app-for-file.js';
import type { Student } from '../support/world.js';

const DECK = '/slides/fr/web-uses';

describe('the application of a test file', () => {
  let kept: Student;
  const app = appForFile({ setUp: async ({ world: made }) => (kept = await made.student()) });
  const { world } = app;
  const count = async (table: string): Promise<number> => (await app.database.query(`SELECT FROM ${table}`)).length;

  // Twice the same: what the first leaves behind would be found by the second.
  it.each(['first', 'second'])('is to its %s test as the set-up left it', async () => {
    const left = join(app.env.DATA_DIR, 'left-behind');
    const front = app.nest.get(FrontCache);
    const failure = `INSERT INTO sign_in_failure (account, address) VALUES ('a', '') RETURNING id`;

    expect(await app.database.query('SELECT id FROM person')).toEqual([{ id: kept.id }]);
    expect(await count('session')).toBe(0);
    expect(existsSync(left)).toBe(false);
    expect(front.find({ url: DECK, headers: {} })).toBeNull();
    const [{ id: number }] = (await app.database.query(failure)) as [{ id: string }];
    expect(Number(number)).toBe(1);
    expect((await world.student()).course).toEqual(kept.course);

    await world.assignment();
    await app.as(kept);
    await app.database.query('UPDATE person SET name = upper(name)');
    await app.stranger().get(DECK).expect(200);
    writeFileSync(left, '');
    expect(front.find({ url: DECK, headers: {} })).not.toBeNull();
    expect(await count('stage')).toBeGreaterThan(0);
  });
});
