import { EventEmitter } from 'node:events';
import type { Env } from '../../src/platform/config/env.js';
import { Live } from '../../src/platform/live/live.js';
import { PostgresNews } from '../../src/platform/live/postgres-news.js';
import type { WatchedStream } from '../../src/platform/live/watcher.js';
import { appForFile } from '../support/app-for-file.js';

/** The other side of a stream of events: what was written to it, and a promise for what comes next. */
class Listener extends EventEmitter implements WatchedStream {
  readonly heard: string[] = [];

  writeHead(): void {}
  write(chunk: Buffer): boolean {
    const text = String(chunk);
    if (text.startsWith(':')) return true;
    this.heard.push(text.trim());
    this.emit('heard', text);
    return true;
  }
  end(): void {}

  until(holds: (heard: readonly string[]) => boolean): Promise<readonly string[]> {
    return new Promise((resolve) => {
      const look = (): void => void (holds(this.heard) && resolve(this.heard));
      this.on('heard', look);
      look();
    });
  }
}

describe('what is announced', () => {
  const app = appForFile();
  const open: PostgresNews[] = [];
  /** As another process of the installation would have it. */
  const aProcess = (): Live => {
    const news = new PostgresNews({ DATABASE_URL: app.env.DATABASE_URL! } as Env);
    open.push(news);
    return new Live(news);
  };
  afterEach(async () => {
    for (const news of open.splice(0)) await news.onModuleDestroy();
  });

  it('is heard in every process by those who follow its topic, and by nobody else', async () => {
    const [one, other] = [aProcess(), aProcess()];
    const [mine, theirs, stranger] = [new Listener(), new Listener(), new Listener()];
    await one.follow('worksheet:a', () => mine);
    await other.follow('worksheet:a', () => theirs);
    await other.follow('worksheet:b', () => stranger);

    one.announce('worksheet:a', 7);
    await mine.until((heard) => heard.length > 0);
    await theirs.until((heard) => heard.length > 0);
    other.announce('worksheet:b', 1);
    await stranger.until((heard) => heard.length > 0);

    expect(mine.heard).toEqual(['id: 7\ndata: 7']);
    expect(theirs.heard).toEqual(mine.heard);
    expect(stranger.heard).toEqual(['id: 1\ndata: 1']);
  });

  it('is one message for what comes at once, with the newest number', async () => {
    const [live, listener] = [aProcess(), new Listener()];
    await live.follow('worksheet:a', () => listener);

    for (const number of [3, 5, 4]) live.announce('worksheet:a', number);

    expect(await listener.until((heard) => heard.length > 0)).toEqual(['id: 5\ndata: 5']);
  });

  it('may have been missed when the line was cut: whoever follows is told to look, and hears again', async () => {
    const [live, listener] = [aProcess(), new Listener()];
    await live.follow('worksheet:a', () => listener);

    await app.database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`);
    await listener.until((heard) => heard.includes('data:'));
    live.announce('worksheet:a', 9);

    await listener.until((heard) => heard.includes('id: 9\ndata: 9'));
  });

  it('is no longer written to somebody who has gone', async () => {
    const [live, gone, there] = [aProcess(), new Listener(), new Listener()];
    await live.follow('worksheet:a', () => gone);
    await live.follow('worksheet:a', () => there);
    gone.emit('close');

    live.announce('worksheet:a', 1);
    await there.until((heard) => heard.length > 0);

    expect(gone.heard).toEqual([]);
  });
});
