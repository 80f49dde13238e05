import { deckAddress, deckLink, deckQuery, slideHash } from './deck-address.shared.js';

const read = (pathname: string, search = '') => deckAddress({ pathname, search });

describe('the address of a deck', () => {
  it('says its language, its unit, the course it is read in and the view', () => {
    expect(read('/slides/fr/web-uses')).toEqual({ lang: 'fr', unit: 'web-uses', course: null, view: null });
    expect(read('/slides/en/web-uses', '?view=scroll&course=demo')).toEqual({
      lang: 'en',
      unit: 'web-uses',
      course: 'demo',
      view: 'scroll',
    });
  });

  it.each(['../admin', 'a/b', 'a%2fb', 'A', '', 'a--b', 'é'])('knows no course called %s', (course) => {
    expect(read('/slides/fr/web-uses', `?course=${course}`)?.course).toBeNull();
  });

  it.each(['/slides/de/web-uses', '/slides/fr/', '/slides/fr/web-uses/transcript', '/'])('is not %s', (path) => {
    expect(read(path)).toBeNull();
  });

  it('keeps of its query what is ours alone', () => {
    const { course, view } = read('/slides/fr/web-uses', '?postMessage=true&view=embed&course=demo')!;
    expect(deckQuery({ course, view })).toBe('?course=demo');
    expect(deckQuery({ course: 'demo', view: 'scroll' })).toBe('?course=demo&view=scroll');
    expect(deckQuery({ course: null, view: null })).toBe('');
  });

  it('names a slide as reveal.js does', () => {
    expect([slideHash(0), slideHash(11), slideHash(11, 1), slideHash(0, 1)]).toEqual(['', '#/12', '#/12/2', '#/1/2']);
    expect(deckLink('fr', 'web-writing', 'demo', 12)).toBe('/slides/fr/web-writing?course=demo#/12');
    expect(deckLink('fr', 'web-writing', 'demo')).toBe('/slides/fr/web-writing?course=demo');
  });
});
