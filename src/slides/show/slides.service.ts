import { Inject, Injectable } from '@nestjs/common';
import { type Lang, LANGS } from '../../kernel/localised.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { DemonstrationNotice } from '../../platform/http/demonstration-notice.js';
import { FrontCache } from '../../platform/http/front-cache.js';
import type { Actor } from '../../platform/security/actor.js';
import { CurriculumContent, ReleaseQueries, type Unit, UnitNotFound } from '../../curriculum/index.js';
import type { Deck } from '../../decks/index.js';
import { slidesDocument } from './slides-document.js';

/** A deck that may be read by whoever asked for it. */
export interface ReadDeck {
  readonly unit: Unit;
  /** In the language asked for, or in the other one where it is not written. */
  readonly deck: Deck;
  /** The languages it is written in. */
  readonly written: readonly Lang[];
}

export interface ShownDeck {
  readonly html: string;
  /** For everybody: it may be kept and sent again. */
  readonly isOpen: boolean;
}

@Injectable()
export class SlidesService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly releases: ReleaseQueries,
    private readonly demonstration: DemonstrationNotice,
    front: FrontCache,
    @Inject(ENV) private readonly env: Env,
  ) {
    content.whenChanged(() => front.forget('/slides/'));
  }

  /** @throws UnitNotFound when there is no such deck, or it is not open and the reader has no released unit with it. */
  async read(actor: Actor | null, unitKey: string, lang: Lang): Promise<ReadDeck> {
    const unit = await this.requireUnit(actor, unitKey);
    const deck = this.content.deck(unitKey, lang);
    if (!deck) throw new UnitNotFound();
    return { unit, deck, written: LANGS.filter((one) => this.content.deck(unitKey, one)?.lang === one) };
  }

  /** @throws UnitNotFound as `read` does. */
  async show(actor: Actor | null, unitKey: string, lang: Lang): Promise<ShownDeck> {
    const { unit, deck, written } = await this.read(actor, unitKey, lang);
    const html = slidesDocument(lang, unit, deck, written, { publicUrl: this.env.PUBLIC_URL, isDemonstration: this.demonstration.isShown });
    return { html, isOpen: unit.open };
  }

  /** Where a deck's picture lies on the disk. @throws UnitNotFound as `show` does, or when there is no such picture. */
  async findPicture(actor: Actor | null, unitKey: string, name: string): Promise<{ path: string; isOpen: boolean }> {
    const unit = await this.requireUnit(actor, unitKey);
    const path = this.content.picture(unitKey, name);
    if (!path) throw new UnitNotFound();
    return { path, isOpen: unit.open };
  }

  private async requireUnit(actor: Actor | null, key: string): Promise<Unit> {
    const unit = this.content.unit(key);
    if (!unit || !(unit.open || (actor && (await this.releases.isReleasedTo(actor, key))))) throw new UnitNotFound();
    return unit;
  }
}
