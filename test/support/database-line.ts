import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way from a program to its database, which a test may cut, or freeze as a server is that stands still. */
export interface DatabaseLine {
  /** The database's address through this line. */
  readonly url: string;
  /** Connections break, and no new one is made. */
  cut(): void;
  /** Nothing comes or goes, and nothing says so. */
  freeze(): void;
  /** As before; what was frozen goes on. */
  mend(): void;
  close(): Promise<void>;
}

export async function openLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'open' | 'cut' | 'frozen' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const])
      one
        .on('error', () => undefined)
        .on('close', () => {
          other.destroy();
          pairs.delete(pair);
        });
    near.pipe(far).pipe(near);
    if (state === 'frozen') pair.forEach((socket) => socket.pause());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const each = (work: (socket: Socket) => void): void => pairs.forEach((pair) => pair.forEach(work));
  const cut = (): void => {
    state = 'cut';
    each((socket) => socket.destroy());
  };
  return {
    url: url.href,
    cut,
    freeze: () => {
      state = 'frozen';
      each((socket) => socket.pause());
    },
    mend: () => {
      if (state === 'frozen') each((socket) => socket.resume());
      state = 'open';
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
