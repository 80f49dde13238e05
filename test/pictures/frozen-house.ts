import { jest } from '@jest/globals';
import * as crypto from 'node:crypto';
import type { House } from '../support/test-app.js';
import { freezeClock } from './frozen-clock.js';

/** The demonstration class on one day that never passes: its ids, codes and times are the same whenever and wherever it is made. */
export async function openFrozenHouse(): Promise<House> {
  fixRandomness();
  const { startApp } = await import('../support/test-app.js');
  const { DemonstrationLoader } = await import('../../src/admin/demonstration/loader.js');
  const house = await startApp({}, freezeClock);
  await house.app.get(DemonstrationLoader).load();
  await house.drainJobs();
  return house;
}

/** What the rooms take from chance, counted instead. Must come before the rooms are loaded. */
function fixRandomness(): void {
  let count = 0;
  jest.unstable_mockModule('node:crypto', () => ({
    ...crypto,
    randomUUID: () => `00000000-0000-4000-9000-${(count += 1).toString(16).padStart(12, '0')}`,
    randomInt: (below: number) =>
      crypto
        .createHash('sha256')
        .update(`${(count += 1)}`)
        .digest()
        .readUInt32BE() % below,
  }));
}
