import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../kernel/localised.js';
import { type FormProblems, readForm } from '../platform/http/form.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE, STUDENTS } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { TeamNameTaken, TeamRefused } from './teams.errors.js';
import { TeamsService } from './teams.service.js';
import { TeamsPage, type TeamsPageProps } from './teams.view.js';
import { teamTexts } from './text.js';

const Id = z.uuid();
const Done = z.enum(['joined', 'left', 'created']).nullable().catch(null);
export const NAME_CHARACTERS = 80;

const newTeam = (lang: Lang) => {
  const t = teamTexts[lang].create;
  const name = z.string(t.missing).transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim());
  return z.strictObject({ name: name.pipe(z.string().min(1, t.missing).max(NAME_CHARACTERS, t.tooLong(NAME_CHARACTERS))) });
};

@Controller('courses/:course/teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Access(PEOPLE_OF_THE_COURSE)
  async show(@CurrentCourseActor() actor: CourseActor, @Query('done') done: unknown): Promise<Reply> {
    return page(TeamsPage, await this.propsFor(actor, { done: Done.parse(done) }));
  }

  @Post()
  @Access(STUDENTS)
  async create(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    const form = readForm(newTeam(lang), body);
    if (!form.ok) return this.again(actor, form);
    try {
      await this.teams.create(actor, form.value.name);
    } catch (error) {
      if (!(error instanceof TeamNameTaken)) return this.explain(actor, error);
      return this.again(actor, { typed: { name: form.value.name }, errors: { name: error.sentence[lang] } });
    }
    return seeOther(addressOf(actor, 'created'));
  }

  /** A refusal stands at the address it was posted to: reloaded, it is the teams again. */
  @Get([':team/members', ':team/leave'])
  @Access(PEOPLE_OF_THE_COURSE)
  backToTeams(@CurrentCourseActor() { course }: CourseActor): Reply {
    return seeOther(`/courses/${course.slug}/teams`);
  }

  @Post(':team/members')
  @Access(STUDENTS)
  async join(@CurrentCourseActor() actor: CourseActor, @Param('team', { schema: Id }) team: string): Promise<Reply> {
    try {
      await this.teams.join(actor, team);
    } catch (error) {
      return this.explain(actor, error);
    }
    return seeOther(addressOf(actor, 'joined'));
  }

  @Post(':team/leave')
  @Access(STUDENTS)
  async leave(@CurrentCourseActor() actor: CourseActor, @Param('team', { schema: Id }) team: string): Promise<Reply> {
    try {
      await this.teams.leave(actor, team);
    } catch (error) {
      return this.explain(actor, error);
    }
    return seeOther(addressOf(actor, 'left'));
  }

  private async again(actor: CourseActor, problems: FormProblems): Promise<Reply> {
    return page(TeamsPage, await this.propsFor(actor, { problems }), 422);
  }

  /** A refusal is read beside the other teams, where the next step is: the page, not an error page. */
  private async explain(actor: CourseActor, error: unknown): Promise<Reply> {
    if (!(error instanceof TeamRefused)) throw error;
    return page(TeamsPage, await this.propsFor(actor, { refusal: error.sentence }), 409);
  }

  private async propsFor(actor: CourseActor, more: Pick<TeamsPageProps, 'done' | 'problems' | 'refusal'>): Promise<TeamsPageProps> {
    return { actor, ...(await this.teams.overview(actor)), ...more };
  }
}

const addressOf = ({ course }: CourseActor, done: string): string => `/courses/${course.slug}/teams?done=${done}`;
