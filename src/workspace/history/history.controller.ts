import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { readForm } from '../../platform/http/form.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, STUDENTS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { historyAt, workspaceAt } from '../addresses.js';
import { WorksheetNotFound } from '../workspace.errors.js';
import { WorkspacesService } from '../workspaces.service.js';
import { HistoryPage } from './history.view.js';
import { HistoryService } from './history.service.js';
import { readAsked } from './asked.js';

const Id = z.uuid();
const Restoring = z.strictObject({
  version: z.coerce.number().int().min(1),
  seen: z.coerce.number().int().min(1),
});

@Controller('courses/:course/assignments/:assignment/workspace/history')
@Access(STUDENTS)
export class HistoryController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly history: HistoryService,
  ) {}

  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @Param('assignment') key: string, @Query() query: unknown): Promise<Reply> {
    const { cell, before, done } = readAsked(query);
    return page(HistoryPage, { reading: await this.history.read(await this.workspaces.mine(actor, key), cell, before), done });
  }

  /** A version of a cell is put back from the page of its versions. */
  @Post(':row/:field')
  async restore(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, field }: CellAddress,
    @Param('row', { schema: Id }) row: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const form = readForm(Restoring, body);
    if (!form.ok) throw new WorksheetNotFound();
    const workspace = await this.workspaces.mine(actor, assignment);
    const isDone = await this.history.restore(workspace, { row, field }, form.value);
    return seeOther(`${historyAt(workspace.at, { row, field })}&done=${isDone ? 'restored' : 'overtaken'}`);
  }

  @Get(':row/:field')
  back(@CurrentCourseActor() { course }: CourseActor, @Param() { assignment, row, field }: CellAddress & { row: string }): Reply {
    return seeOther(historyAt(workspaceAt(course.slug, encodeURIComponent(assignment)), { row, field }));
  }
}

interface CellAddress {
  readonly assignment: string;
  readonly field: string;
}
