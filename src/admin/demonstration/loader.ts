import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../people/index.js';
import { Database } from '../../platform/database/database.js';
import { DemonstrationNotice } from '../../platform/http/demonstration-notice.js';
import { ClockOverride } from './clock-override.js';
import { DemonstrationStory } from './story.js';

/** Any number that nothing else locks by. */
const LOCK = 4_155_725;

/** The demonstration class: in mid-term on the day it is loaded, and made by the rooms themselves, as a real class would. */
@Injectable()
export class DemonstrationLoader {
  constructor(
    private readonly database: Database,
    private readonly accounts: PeopleService,
    private readonly clock: ClockOverride,
    private readonly story: DemonstrationStory,
    private readonly notice: DemonstrationNotice,
  ) {}

  /** Of servers that start together over one empty database, the first makes the class and the others find it there. */
  async load(): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('SET LOCAL statement_timeout = 0');
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      if (!(await this.accounts.hasAnybody())) await this.clock.run(async () => this.story.live(await this.database.now()));
    });
    this.notice.isShown = true;
  }
}
