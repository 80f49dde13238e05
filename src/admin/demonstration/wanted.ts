import type { INestApplicationContext } from '@nestjs/common';
import { PeopleService } from '../../people/index.js';
import { CannotStart } from '../../platform/config/cannot-start.js';
import type { Env } from '../../platform/config/env.js';
import { DemonstrationLoader } from './loader.js';
import { demonstrationWish } from './wanted.policy.js';

/** Loads the demonstration class at start where the settings and the database say so. */
export async function addDemonstrationIfWanted(app: INestApplicationContext, env: Env, isEmbedded: boolean): Promise<void> {
  const people = app.get(PeopleService);
  const facts = { isEmbedded, isEmpty: !(await people.hasAnybody()), hasDemonstration: await people.isDemonstration() };
  switch (demonstrationWish(env, facts)) {
    case 'load':
      return app.get(DemonstrationLoader).load();
    case 'refuse':
      throw new CannotStart('DEMO is on, and the database holds real people. Set DEMO to off, or use an empty database.');
    case 'leave':
      return;
  }
}
