import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  readonly to: string;
  /** Headers and body as they came over the wire. */
  readonly source: string;
}

/** What the server does with whoever talks to it. `silent after data` takes a message and is cut off before it says so. */
export type Mood = 'accepts' | 'refuses' | 'is away' | 'silent after data';

/** A mail server of a few lines, which keeps what it accepted and can be in a bad mood. */
export async function startSmtp(): Promise<Smtp> {
  const smtp = new Smtp();
  await smtp.listen();
  return smtp;
}

export class Smtp {
  readonly deliveries: Delivery[] = [];
  mood: Mood = 'accepts';
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  listen(): Promise<void> {
    return new Promise((done) => this.server.listen(0, '127.0.0.1', done));
  }

  /** Forgets what it accepted, and accepts again. */
  startOver(): void {
    this.deliveries.length = 0;
    this.mood = 'accepts';
  }

  stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((done) => this.server.close(() => done()));
  }

  private talk(socket: Socket): void {
    if (this.mood === 'is away') return void socket.destroy();
    this.sockets.add(socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket)));
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    let to = '';
    let data: string | null = null;
    let pending = '';
    say('220 test');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      pending += chunk;
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (data !== null) {
          if (line !== '.') data += `${line}\n`;
          else {
            this.deliveries.push({ to, source: data });
            data = null;
            if (this.mood === 'silent after data') return void socket.destroy();
            say('250 kept');
          }
        } else if (/^(EHLO|HELO|MAIL|RSET)/i.test(line)) say('250 yes');
        else if (/^RCPT/i.test(line)) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? '';
          say(this.mood === 'refuses' ? '451 not now' : '250 yes');
        } else if (/^DATA/i.test(line)) {
          data = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('502 what');
      }
    });
  }
}
