import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { overtaken, refusedToSave, saved } from '../../platform/saving/save-reply.js';
import { Access, CurrentCourseActor, CurrentLang, STUDENTS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { rowAt, sectionAt, workspaceAt } from '../addresses.js';
import type { StandingCell } from '../sheet/cells.queries.js';
import { requireSection, SectionReadings } from '../sheet/section-reading.js';
import { workspaceTexts } from '../text.js';
import { WorksheetNotFound } from '../workspace.errors.js';
import { WorkspacesService } from '../workspaces.service.js';
import { checkContent } from './cell-content.js';
import { FillService, MOST_ROWS } from './fill.service.js';
import { OverviewPage } from './overview.view.js';
import { CellBody, readPosted } from './posted-row.js';
import type { FormBack, TheirCell } from './row-form.shared.js';
import { RowPage } from './row.view.js';
import { SectionPage } from './section.view.js';
import { DONE_WITH_ROW, readDone, readShown } from './shown.js';

const Id = z.uuid();

@Controller('courses/:course/assignments/:assignment/workspace')
@Access(STUDENTS)
export class FillController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly readings: SectionReadings,
    private readonly fill: FillService,
  ) {}

  @Get()
  async overview(@CurrentCourseActor() actor: CourseActor, @Param('assignment') key: string): Promise<Reply> {
    const workspace = await this.workspaces.openMine(actor, key);
    if (!workspace) return page(OverviewPage, { asked: await this.workspaces.read(actor, key), workspace: null, sections: null });
    return page(OverviewPage, { asked: workspace, workspace, sections: await this.readings.completeness(workspace) });
  }

  @Get('sections/:section')
  async section(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, section }: Address,
    @Query() query: unknown,
  ): Promise<Reply> {
    const reading = await this.readings.section(await this.workspaces.mine(actor, assignment), section, readShown(query));
    return page(SectionPage, { reading, done: readDone(query) });
  }

  @Get('sections/:section/rows/:row')
  async row(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, section }: Address,
    @Param('row', { schema: Id }) row: string,
    @Query() query: unknown,
  ): Promise<Reply> {
    const reading = await this.readings.row(await this.workspaces.mine(actor, assignment), section, row);
    return page(RowPage, { reading, back: null, done: readDone(query) });
  }

  /** Without a script the form of a row is sent whole. */
  @Post('sections/:section/rows/:row')
  async save(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, section }: Address,
    @Param('row', { schema: Id }) row: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const workspace = await this.workspaces.mine(actor, assignment);
    const { fields } = await this.readings.row(workspace, section, row);
    const posted = readPosted(fields, body);
    const sound = posted.flatMap(({ field, content, seen }) =>
      content ? [{ row, field: field.id, ...content, version: seen.version }] : [],
    );
    const { theirs } = sound.length > 0 ? await this.fill.save(actor, assignment, sound) : { theirs: [] };
    const wrong = posted.filter(({ problem }) => problem);
    if (theirs.length === 0 && wrong.length === 0) {
      const done = sound.length > 0 ? 'saved' : 'same';
      return seeOther(`${rowAt(workspace.at, section, row)}?done=${done}`);
    }
    const kept = posted.filter(({ field, problem }) => problem || theirs.some((one) => one.field === field.id));
    const back: FormBack = {
      typed: Object.fromEntries(kept.map(({ field, typed }) => [field.id, typed])),
      problems: Object.fromEntries(wrong.map(({ field, problem }) => [field.id, problem!])),
      theirs: Object.fromEntries(theirs.map((one) => [one.field, theirCell(one)])),
    };
    const reading = await this.readings.row(workspace, section, row);
    return page(RowPage, { reading, back, done: null }, theirs.length > 0 ? 409 : 422);
  }

  /** The page's script saves one cell at a time, under the same rule as the form. */
  @Put('sections/:section/rows/:row/fields/:field')
  async saveCell(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param() { assignment, section, field: id }: Address & { field: string },
    @Param('row', { schema: Id }) row: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const field = this.fill.field(assignment, id);
    if (field.section !== section) throw new WorksheetNotFound();
    const given = CellBody.safeParse(body);
    const content = given.success ? checkContent(field, given.data) : null;
    if (!given.success || !content) return refusedToSave(workspaceTexts[lang].problems.unreadable, 422);
    const outcome = await this.fill.save(actor, assignment, [{ row, field: id, ...content, version: given.data.version }]);
    const [[done], [theirs]] = [outcome.saved, outcome.theirs];
    if (done) return saved(done.version, done.at);
    const { state, value, version, by, at } = theirs!;
    return overtaken({ content: { state, value }, version, by, at: at.toISOString() });
  }

  @Post('sections/:section/rows')
  async add(@CurrentCourseActor() actor: CourseActor, @Param() { assignment, section: key }: Address): Promise<Reply> {
    const workspace = await this.workspaces.mine(actor, assignment);
    const section = requireSection(workspace, key);
    const row = await this.fill.addRow(actor, assignment, section.repeat);
    return seeOther(row ? rowAt(workspace.at, key, row) : `${sectionAt(workspace.at, key)}?done=full&most=${MOST_ROWS}`);
  }

  @Post('sections/:section/rows/:row/:how')
  async change(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, section: key }: Address,
    @Param('row', { schema: Id }) row: string,
    @Param('how') how: string,
  ): Promise<Reply> {
    const doing = DONE_WITH_ROW[how as keyof typeof DONE_WITH_ROW];
    if (!doing) throw new WorksheetNotFound();
    const workspace = await this.workspaces.mine(actor, assignment);
    const section = requireSection(workspace, key);
    await this.fill.changeRow(actor, assignment, section.repeat, row, doing.change);
    return seeOther(`${sectionAt(workspace.at, key)}?done=${doing.done}&row=${row}`);
  }

  /** Forms that act on rows stand on their section's page. */
  @Get(['sections/:section/rows', 'sections/:section/rows/:row/:how'])
  backToSection(@CurrentCourseActor() { course }: CourseActor, @Param() { assignment, section }: Address): Reply {
    return seeOther(sectionAt(workspaceAt(course.slug, encodeURIComponent(assignment)), encodeURIComponent(section)));
  }
}

interface Address {
  readonly assignment: string;
  readonly section: string;
}

const theirCell = ({ state, value, version, by, at }: StandingCell): TheirCell => ({ state, value, version, by, at: at.toISOString() });
