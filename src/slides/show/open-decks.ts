import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Lang, LANGS } from '../../kernel/localised.js';
import { ROOT } from '../../platform/config/root.js';
import type { FrontAnswer } from '../../platform/http/front-answer.js';
import { type FrontCache, publicationOf } from '../../platform/http/front-cache.js';
import type { PublicReply } from '../../platform/http/reply.js';
import { pathOf, readableAddress } from '../../platform/http/request-address.js';
import { CurriculumContent } from '../../curriculum/index.js';
import { LangParam, UnitKey } from '../../decks/index.js';
import { deckReply } from './deck-reply.js';
import { slidesDocument } from './slides-document.js';

/** Decks that are open to everybody, answered from their files alone: for a server whose database and rooms are not there yet. */
export class OpenDecks {
  private readonly content = new CurriculumContent(join(ROOT, 'slides'));

  constructor(
    private readonly publicUrl: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** Keeps its answer in the cache; null where the address is not one of an open deck. */
  async answer(request: IncomingMessage, cache: FrontCache): Promise<FrontAnswer | null> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const [, room, lang, key, ...more] = pathOf(readableAddress(request.url ?? '/')).split('/');
    const [asked, unit] = [LangParam.safeParse(lang), UnitKey.safeParse(key)];
    if (room !== 'slides' || !asked.success || !unit.success || more.length > 0) return null;
    const { age } = cache;
    const reply = this.show(unit.data, asked.data);
    return reply && cache.publish(request, publicationOf(reply, this.headers, age));
  }

  /** Whether this is a demonstration only the database knows: what is kept here lasts until it is asked. */
  private show(key: string, lang: Lang): PublicReply | null {
    const unit = this.content.unit(key);
    const deck = this.content.deck(key, lang);
    if (!unit?.open || !deck) return null;
    const written = LANGS.filter((one) => this.content.deck(key, one)?.lang === one);
    return deckReply(slidesDocument(lang, unit, deck, written, { publicUrl: this.publicUrl, isDemonstration: false }));
  }
}
