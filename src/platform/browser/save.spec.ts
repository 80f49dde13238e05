import { jest } from '@jest/globals';
import type { SaveAnswer } from '../saving/save.shared.js';
import { Autosave, type SaveState } from './save.js';

interface Call {
  readonly draft: string;
  readonly version: number;
  readonly moment: string;
  answer(outcome: SaveAnswer<string>): Promise<void>;
  fail(): Promise<void>;
}

/** A server that answers when the test says so, and what the reader was told. */
function anAutosave(version = 1) {
  const calls: Call[] = [];
  const told: SaveState<string>[] = [];
  const send = (draft: string, from: number, moment: string): Promise<SaveAnswer<string>> =>
    new Promise((resolve, reject) => {
      const settled = () => jest.advanceTimersByTimeAsync(0);
      calls.push({
        draft,
        version: from,
        moment,
        answer: (outcome) => (resolve(outcome), settled()),
        fail: () => (reject(new TypeError('Failed to fetch')), settled()),
      });
    });
  const autosave = new Autosave<string>({ version, send, tell: (state) => told.push(state) });
  return { autosave, calls, kinds: () => told.map(({ kind }) => kind), last: () => told.at(-1) };
}

const at = '2027-02-09T19:06:00Z';
const whose = { by: 'Inès', at };
const saved = (version: number): SaveAnswer<string> => ({ kind: 'saved', version, at });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('an autosave', () => {
  it('sends the last of several changes, one second after it', async () => {
    const { autosave, calls, kinds } = anAutosave();
    autosave.change('a');
    await jest.advanceTimersByTimeAsync(900);
    autosave.change('ab');
    await jest.advanceTimersByTimeAsync(999);
    expect(calls).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(calls.map(({ draft, version }) => [draft, version])).toEqual([['ab', 1]]);
    await calls[0]?.answer(saved(2));
    expect(kinds()).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
  });

  it('sends at once when a field is left, and nothing when nothing changed', async () => {
    const { autosave, calls } = anAutosave();
    void autosave.flush();
    autosave.change('a');
    void autosave.flush();
    expect(calls).toHaveLength(1);
    await calls[0]?.answer(saved(2));
    await autosave.flush();
    expect(calls).toHaveLength(1);
  });

  it('has one request on the way, and builds the next on its version', async () => {
    const { autosave, calls } = anAutosave();
    autosave.change('a');
    void autosave.flush();
    autosave.change('ab');
    void autosave.flush();
    await jest.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(1);
    await calls[0]?.answer(saved(2));
    expect(calls[1]).toMatchObject({ draft: 'ab', version: 2 });
    await calls[1]?.answer(saved(3));
    expect(autosave.wouldLose()).toBe(false);
    expect(calls).toHaveLength(2);
  });

  it('says it is offline, keeps the words and tries again, less and less often', async () => {
    const { autosave, calls, last } = anAutosave();
    autosave.change('a');
    void autosave.flush();
    for (const [index, wait] of [1000, 2000, 5000].entries()) {
      await calls[index]?.fail();
      expect(last()).toEqual({ kind: 'offline' });
      expect(autosave.wouldLose()).toBe(true);
      await jest.advanceTimersByTimeAsync(wait - 1);
      expect(calls).toHaveLength(index + 1);
      await jest.advanceTimersByTimeAsync(1);
      expect(calls).toHaveLength(index + 2);
    }
    await calls[3]?.answer(saved(2));
    expect(last()).toEqual({ kind: 'saved', at });
  });

  it('stops at a conflict and holds both sides until one is chosen', async () => {
    const { autosave, calls, last } = anAutosave();
    autosave.change('mine');
    void autosave.flush();
    await calls[0]?.answer({ kind: 'conflict', version: 7, content: 'theirs', ...whose });
    expect(last()).toEqual({ kind: 'conflict', mine: 'mine', theirs: { version: 7, content: 'theirs', ...whose } });
    autosave.change('mine, longer');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    expect(last()).toMatchObject({ kind: 'conflict' });
    expect(autosave.wouldLose()).toBe(true);
    void autosave.settle('both', 7);
    expect(calls[1]).toMatchObject({ draft: 'both', version: 7 });
    await calls[1]?.answer(saved(8));
    expect(autosave.wouldLose()).toBe(false);
  });

  it('sees no conflict with itself when an answer was lost on the way', async () => {
    const { autosave, calls, kinds, last } = anAutosave();
    autosave.change('a');
    void autosave.flush();
    await calls[0]?.fail();
    autosave.change('ab');
    await jest.advanceTimersByTimeAsync(1000);
    await calls[1]?.answer({ kind: 'conflict', version: 2, content: 'a', ...whose });
    expect(calls[2]).toMatchObject({ draft: 'ab', version: 2 });
    await calls[2]?.answer(saved(3));
    expect(kinds()).not.toContain('conflict');
    expect(last()).toEqual({ kind: 'saved', at });
  });

  it('does not try again by itself what was refused, but sends the next change', async () => {
    const { autosave, calls, last } = anAutosave();
    autosave.change('a');
    void autosave.flush();
    await calls[0]?.answer({ kind: 'refused', because: 'Les notes sont publiées.' });
    expect(last()).toEqual({ kind: 'refused', because: 'Les notes sont publiées.' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    autosave.change('b');
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(2);
  });

  it('sends what is held when the page goes, unless it is already on the way', () => {
    const { autosave, calls } = anAutosave();
    autosave.leave();
    autosave.change('a');
    autosave.leave();
    expect(calls.map(({ draft, moment }) => [draft, moment])).toEqual([['a', 'leaving']]);
    void autosave.flush();
    autosave.leave();
    expect(calls).toHaveLength(2);
  });
});
