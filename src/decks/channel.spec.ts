import { messageFrom, sameState } from './channel.shared.js';

const STATE = { indexh: 3, indexv: 0, f: -1, paused: false, overview: false };

describe('what a deck hears', () => {
  it.each([
    ['the presenter’s slide', { kind: 'state', from: 'presenter', ...STATE }, { kind: 'state', from: 'presenter', ...STATE }],
    ['a greeting', { kind: 'hello', from: 'projection', more: 1 }, { kind: 'hello', from: 'projection' }],
    ['nothing', undefined, null],
    ['a word', 'state', null],
    ['a stranger', { kind: 'state', from: 'somebody', ...STATE }, null],
    ['another kind', { kind: 'run', from: 'presenter', ...STATE }, null],
    ['half a position', { kind: 'state', from: 'presenter', indexh: 3 }, null],
    ['no number', { kind: 'state', from: 'presenter', ...STATE, indexh: '3' }, null],
    ['a broken number', { kind: 'state', from: 'presenter', ...STATE, f: 0.5 }, null],
  ])('%s', (_, data, message) => expect(messageFrom(data)).toEqual(message));

  it('is news only when something differs', () => {
    expect(sameState(STATE, { ...STATE })).toBe(true);
    const others = [{ indexh: 4 }, { indexv: 1 }, { f: 0 }, { paused: true }, { overview: true }];
    expect(others.map((other) => sameState(STATE, { ...STATE, ...other }))).toEqual([false, false, false, false, false]);
  });
});
