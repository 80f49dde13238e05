import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { SEARCH_ENTRY } from './navigation.js';
import { CurriculumModule } from '../curriculum/index.js';
import { SearchIndexModule } from '../platform/search-index/search-index.module.js';
import { SearchController } from './search.controller.js';
import { SearchQueries } from './search.queries.js';
import { SearchService } from './search.service.js';

/** Finding what one may see, in what the rooms before this one have told the index. It holds no index: that is the platform's. */
@Module({
  imports: [CurriculumModule, SearchIndexModule],
  controllers: [SearchController],
  providers: [SearchQueries, SearchService],
})
export class SearchModule {
  constructor(navigation: NavigationEntries) {
    navigation.offerSearch(SEARCH_ENTRY);
  }
}
