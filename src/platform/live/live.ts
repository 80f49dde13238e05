import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PostgresNews } from './postgres-news.js';
import { Watcher, type WatchedStream } from './watcher.js';

/** Changes of one topic within so long are told as one. */
const TOGETHER_MS = 20;
const HEARTBEAT_MS = 20_000;

/**
 * Server-sent events about topics. A topic is a string that a room owns (`worksheet:<id>`); its state is in the database and has a
 * number that grows with each committed change. A message says that number and nothing else: whoever hears it asks for the state.
 */
@Injectable()
export class Live implements OnModuleDestroy {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly waiting = new Map<string, { number: number; timer: NodeJS.Timeout }>();
  private readonly log = new Logger(Live.name);
  private heartbeat: NodeJS.Timeout | null = null;

  constructor(private readonly news: PostgresNews) {}

  /** To be called after the commit, never inside the transaction. It waits for nobody, and a change that is not told is found later. */
  announce(topic: string, number: number): void {
    const known = this.waiting.get(topic);
    if (known) return void (known.number = Math.max(known.number, number));
    const timer = setTimeout(() => this.tell(topic), TOGETHER_MS);
    timer.unref();
    this.waiting.set(topic, { number, timer });
  }

  /** Follows a topic until the other side goes away. The answer has begun when this resolves. @throws when nothing could be heard. */
  async follow(topic: string, open: () => WatchedStream): Promise<void> {
    await this.news.listen({ heard: (news) => this.heard(news), missed: () => this.missed() });
    const watcher = new Watcher(open(), () => this.forget(topic, watcher));
    this.watchers.set(topic, (this.watchers.get(topic) ?? new Set()).add(watcher));
    this.heartbeat ??= setInterval(() => this.beat(), HEARTBEAT_MS).unref();
    watcher.begin();
  }

  onModuleDestroy(): void {
    if (this.heartbeat) clearInterval(this.heartbeat);
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    for (const watchers of this.watchers.values()) for (const watcher of watchers) watcher.end();
  }

  private tell(topic: string): void {
    const said = this.waiting.get(topic);
    this.waiting.delete(topic);
    if (!said) return;
    this.news
      .tell(`${said.number} ${topic}`)
      .catch((error: unknown) => this.log.warn(`A change of ${topic} was not announced: ${String(error)}`));
  }

  private heard(news: string): void {
    const [number = '', topic = ''] = news.split(/ (.*)/s);
    const watchers = this.watchers.get(topic);
    if (!watchers) return;
    // Encoded once for all who watch.
    const message = Buffer.from(`id: ${number}\ndata: ${number}\n\n`);
    for (const watcher of watchers) watcher.say(message);
  }

  private missed(): void {
    const message = Buffer.from('data: \n\n');
    for (const watchers of this.watchers.values()) for (const watcher of watchers) watcher.say(message);
  }

  private beat(): void {
    const message = Buffer.from('event: beat\ndata: \n\n');
    for (const watchers of this.watchers.values()) for (const watcher of watchers) watcher.beat(message);
  }

  private forget(topic: string, watcher: Watcher): void {
    const watchers = this.watchers.get(topic);
    watchers?.delete(watcher);
    if (watchers?.size === 0) this.watchers.delete(topic);
  }
}
