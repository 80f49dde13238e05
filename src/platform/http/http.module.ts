import { type DynamicModule, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from '../security/access.js';
import { ForgeryGuard, FormTokens } from '../security/form-token.js';
import { DemonstrationNotice } from './demonstration-notice.js';
import { ErrorFilter } from './error.filter.js';
import { FrontCache } from './front-cache.js';
import { NavigationEntries } from './navigation-entries.js';
import { PageWriter } from './page-writer.js';
import { ReplyInterceptor } from './reply.interceptor.js';

/** The road every request walks: guards, reading, answering, errors. It knows no page of any room. */
@Module({})
export class HttpModule {
  static over(front: FrontCache): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        FormTokens,
        PageWriter,
        DemonstrationNotice,
        NavigationEntries,
        { provide: FrontCache, useValue: front },
        { provide: APP_GUARD, useClass: ForgeryGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        // Only parts of an address are read by pipes: an id that cannot be one names nothing.
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ errorHttpStatusCode: 404 }) },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: [FormTokens, DemonstrationNotice, NavigationEntries, FrontCache],
    };
  }
}
