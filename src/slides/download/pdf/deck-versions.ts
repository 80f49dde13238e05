import { Injectable } from '@nestjs/common';
import { type Lang, LANGS } from '../../../kernel/localised.js';
import { CurriculumContent, type Unit } from '../../../curriculum/index.js';
import type { Deck } from '../../../decks/index.js';
import { deckPrint, type DeckPrint } from './deck-print.js';
import type { DeckVersion } from './deck-pdfs.queries.js';

/** A deck of the course as it is now. */
export type CurrentDeck = DeckVersion & { readonly of: Unit };

/** What each deck looks like now, by the name of its looks. */
@Injectable()
export class DeckVersions {
  private hashes = new WeakMap<Deck, string>();

  constructor(private readonly content: CurriculumContent) {
    // A picture may be another one under the same name, and the unit's title stands on the page: neither changes the deck.
    content.whenChanged(() => (this.hashes = new WeakMap()));
  }

  /** Every deck that is written, in the order of the course. */
  async list(): Promise<CurrentDeck[]> {
    const versions = this.content.units().flatMap(({ key }) => LANGS.map((lang) => [key, lang] as const));
    const found = await Promise.all(versions.map(([key, lang]) => this.find(key, lang)));
    return found.filter((deck) => deck !== null);
  }

  async find(unit: string, lang: Lang): Promise<CurrentDeck | null> {
    const written = this.written(unit, lang);
    return written && { unit, lang, of: written.unit, hash: await this.hashOf(written) };
  }

  async print(unit: string, lang: Lang): Promise<DeckPrint | null> {
    const written = this.written(unit, lang);
    return written && deckPrint(written.unit, written.deck, this.content);
  }

  private written(key: string, lang: Lang): { unit: Unit; deck: Deck } | null {
    const [unit, deck] = [this.content.unit(key), this.content.deck(key, lang)];
    return unit && deck?.lang === lang ? { unit, deck } : null;
  }

  /** Worked out once: it takes rendering the whole page. */
  private async hashOf({ unit, deck }: { unit: Unit; deck: Deck }): Promise<string> {
    const hash = this.hashes.get(deck) ?? (await deckPrint(unit, deck, this.content)).hash;
    this.hashes.set(deck, hash);
    return hash;
  }
}
