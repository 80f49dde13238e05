import { jest } from '@jest/globals';
import { type Bookmark, type BookmarkClient, BookmarkKeeper } from './bookmark-keeper.js';

type Told = Parameters<BookmarkClient['tell']>[0];

/** A course that answers as told, and what it was told. */
function aClient(bookmark: Bookmark | null = null, heard: Awaited<ReturnType<BookmarkClient['tell']>> = 'kept') {
  const told: Told[] = [];
  const answers = { heard };
  const client: BookmarkClient = {
    ask: async () => ({ bookmark, token: 'token' }),
    tell: async (one) => {
      told.push(one);
      return answers.heard;
    },
  };
  return { client, told, answers, slides: () => told.map(({ slide, isEnd }) => (isEnd ? `${slide} end` : `${slide}`)) };
}

describe('the bookmark of a student in a deck', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const calm = () => jest.advanceTimersByTimeAsync(1500);

  it('is told once they stay, not for every slide they leaf through', async () => {
    const { client, slides } = aClient();
    const keeper = new BookmarkKeeper('fr', client);
    await keeper.open();
    for (const slide of [1, 2, 3, 4]) keeper.note(slide, false);
    await calm();
    keeper.note(5, false);
    await calm();
    expect(slides()).toEqual(['4', '5']);
  });

  it('is told at once when the page is left, with how long ago it was', async () => {
    const { client, told } = aClient();
    const keeper = new BookmarkKeeper('en', client);
    await keeper.open();
    keeper.note(7, false);
    await jest.advanceTimersByTimeAsync(600);
    await keeper.tell();
    await calm();
    expect(told).toEqual([{ slide: 7, language: 'en', isEnd: false, agoMs: 600 }]);
  });

  it('is not told where it is known already, and again in another language', async () => {
    const bookmark = { slide: 12, language: 'fr' } as const;
    const [same, other] = [aClient(bookmark), aClient(bookmark)];
    for (const [lang, { client }] of [
      ['fr', same],
      ['en', other],
    ] as const) {
      const keeper = new BookmarkKeeper(lang, client);
      expect(await keeper.open()).toEqual(bookmark);
      keeper.note(12, false);
      await calm();
    }
    expect([same.slides(), other.slides()]).toEqual([[], ['12']]);
  });

  it('forgets nothing of an end that was passed on the way back', async () => {
    const { client, slides } = aClient();
    const keeper = new BookmarkKeeper('fr', client);
    await keeper.open();
    keeper.note(24, true);
    keeper.note(3, false);
    await calm();
    expect(slides()).toEqual(['3 end']);
  });

  it('waits for a network that is away, and tells the newest', async () => {
    const { client, slides, answers } = aClient(null, 'unheard');
    const keeper = new BookmarkKeeper('fr', client);
    await keeper.open();
    keeper.note(4, true);
    await calm();
    answers.heard = 'kept';
    keeper.note(5, false);
    await calm();
    expect(slides()).toEqual(['4 end', '5 end']);
  });

  it('is not asked about again once the course refuses, and never for a stranger', async () => {
    const refused = aClient(null, 'refused');
    const keeper = new BookmarkKeeper('fr', refused.client);
    await keeper.open();
    keeper.note(4, false);
    await calm();
    keeper.note(5, false);
    await calm();
    const strange = aClient();
    const stranger = new BookmarkKeeper('fr', { ...strange.client, ask: async () => null });
    expect(await stranger.open()).toBeNull();
    stranger.note(4, false);
    await calm();
    expect([refused.slides(), strange.slides()]).toEqual([['4'], []]);
  });
});
