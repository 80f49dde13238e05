import { jest } from '@jest/globals';
import { Watcher, type WatchedStream } from './watcher.js';

/** A stream that takes so many messages before it asks to wait. */
function aStream(takes: number) {
  const [written, listeners] = [[] as string[], new Map<string, () => void>()];
  const stream: WatchedStream = {
    writeHead: () => undefined,
    write: (chunk) => written.push(String(chunk)) < takes,
    end: () => undefined,
    on: (event, listener) => listeners.set(event, listener),
  };
  return { stream, written, happen: (event: 'close' | 'drain') => listeners.get(event)?.() };
}

it('tells a follower that is slow the newest message and not a queue of them', () => {
  const { stream, written, happen } = aStream(2);
  const watcher = new Watcher(stream, () => undefined);
  for (const number of [1, 2, 3, 4, 5]) watcher.say(Buffer.from(String(number)));
  watcher.beat(Buffer.from('beat'));
  expect(written).toEqual(['1', '2']);

  happen('drain');

  expect(written).toEqual(['1', '2', '5']);
});

it('is forgotten when the other side goes away', () => {
  const gone = jest.fn();
  const { stream, happen } = aStream(10);
  new Watcher(stream, gone);

  happen('close');

  expect(gone).toHaveBeenCalledTimes(1);
});
