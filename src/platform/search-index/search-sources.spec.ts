import { type SearchKind, SearchSources } from './search-sources.js';

const kind = (order: number): SearchKind => ({ order, icon: 'file', one: () => 'one', several: () => 'several' });
const source = (name: string, kinds: Record<string, SearchKind>) => ({ name, kinds, batches: () => Promise.resolve([]) });

describe('the sources of a search', () => {
  it('list their kinds in the declared order, whichever was declared first', () => {
    const sources = new SearchSources();
    sources.add(source('letters', { letter: kind(3) }));
    sources.add(source('books', { book: kind(1), chapter: kind(4) }));
    expect([...sources.kinds().keys()]).toEqual(['book', 'letter', 'chapter']);
  });

  it('refuse a kind that another source has', () => {
    const sources = new SearchSources();
    sources.add(source('letters', { letter: kind(1) }));
    expect(() => sources.add(source('mail', { letter: kind(2) }))).toThrow('letter');
  });
});
