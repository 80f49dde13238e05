import { Controller, Get, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { isLang, type Lang } from '../kernel/localised.js';
import { page, type Reply } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { AttraitRequest } from '../platform/security/request.js';
import { MOST_PAGES, type Search, SearchService } from './search.service.js';
import { SearchPage } from './search.view.js';

/** Nobody reads sixty pages of results in a minute. A person’s own number: a class may share one address. */
const SIXTY_A_MINUTE = {
  rateLimit: {
    max: 60,
    timeWindow: '1 minute',
    // Once it is known who asks.
    hook: 'preHandler',
    keyGenerator: ({ actor, ip }: AttraitRequest): string => actor?.id ?? ip,
    // A page says nothing of how often its reader asked.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  },
};

@Controller('courses/:course/search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Get()
  @Access(PEOPLE_OF_THE_COURSE)
  @RouteConfig(SIXTY_A_MINUTE)
  async show(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Query() query: Record<string, unknown>): Promise<Reply> {
    const results = await this.searches.search(actor, this.readSearch(query), lang);
    return page(SearchPage, { ...results, course: actor.course.slug });
  }

  /** Whatever an address says that no page of ours would is left out. */
  private readSearch({ q, kind, in: language, page: asked }: Record<string, unknown>): Search {
    const number = typeof asked === 'string' && /^\d{1,4}$/.test(asked) ? Number(asked) : 1;
    return {
      typed: typeof q === 'string' ? q.replaceAll('\0', '').trim() : '',
      kind: this.searches.isKind(kind) ? kind : null,
      language: isLang(language) ? language : null,
      page: Math.max(1, Math.min(MOST_PAGES, number)),
    };
  }
}
