import { Module } from '@nestjs/common';
import { SearchIndex } from './search-index.js';
import { SearchSources } from './search-sources.js';

/** Where what can be found is told and kept: for whoever has something to be found. The search itself is not here. */
@Module({ providers: [SearchIndex, SearchSources], exports: [SearchIndex, SearchSources] })
export class SearchIndexModule {}
