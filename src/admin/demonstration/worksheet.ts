import { Injectable } from '@nestjs/common';
import type { CourseActor } from '../../platform/security/actor.js';
import { FillService, WorkspacesService } from '../../workspace/index.js';
import { ClockOverride } from './clock-override.js';
import { DemonstrationClass } from './class.js';
import { TEAMS } from './people.js';
import { NOT_OBSERVABLE, ORGANISATIONS, PROFILES, PROJECT, TEAM } from './worksheet-content.js';

const ASSIGNMENT = 'competitive-analysis';

/** The worksheet of one team, in the middle of its collection: filled in by all of its members, some cells twice. */
@Injectable()
export class DemonstrationWorksheet {
  constructor(
    private readonly people: DemonstrationClass,
    private readonly clock: ClockOverride,
    private readonly workspaces: WorkspacesService,
    private readonly fill: FillService,
  ) {}

  async write(moment: Date): Promise<void> {
    const { members } = TEAMS.find(({ name }) => name === TEAM)!;
    const actors: CourseActor[] = [];
    for (const { email } of members) actors.push(await this.people.actor(email));
    let minutes = 0;
    const by = (place: number, work: (actor: CourseActor) => Promise<unknown>): Promise<unknown> =>
      this.clock.at(new Date(moment.getTime() + (minutes += 7) * 60_000), () => work(actors[place % actors.length]!));
    await by(0, async (actor) => this.put(actor, await this.workspaces.rowOfTheWhole(actor, ASSIGNMENT), PROJECT));
    for (const [place, cells] of ORGANISATIONS.entries()) await by(place, (actor) => this.addRow(actor, 'organisation', cells));
    for (const [place, cells] of PROFILES.entries()) await by(place + 1, (actor) => this.addRow(actor, 'profile', cells));
  }

  private async addRow(actor: CourseActor, repeat: string, cells: Readonly<Record<string, unknown>>): Promise<void> {
    const row = await this.fill.addRow(actor, ASSIGNMENT, repeat);
    await this.put(actor, row!, cells);
  }

  private async put(actor: CourseActor, row: string, cells: Readonly<Record<string, unknown>>): Promise<void> {
    const given = Object.entries(cells).map(([field, value]) =>
      value === NOT_OBSERVABLE
        ? { row, field, state: 'not_observable' as const, value: null, version: 0 }
        : { row, field, state: 'value' as const, value, version: 0 },
    );
    const { saved } = await this.fill.save(actor, ASSIGNMENT, given);
    if (saved.length !== given.length) throw new Error('The demonstration’s worksheet was not saved whole.');
  }
}
