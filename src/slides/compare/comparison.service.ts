import { Injectable } from '@nestjs/common';
import { type Lang, LANGS } from '../../kernel/localised.js';
import { ROOT } from '../../platform/config/root.js';
import { type ContentSource, CurriculumContent, type UnitFileName } from '../../curriculum/index.js';
import type { PdfState } from '../download/pdf/pdf-state.js';
import { DeckPdfs } from '../download/pdf/deck-pdfs.service.js';
import { type DeckPair, deckPairs } from './deck-pairs.js';

/** The two decks of a unit as the teaching team looks at them. */
export interface ComparedUnit extends DeckPair {
  readonly pdfs: Readonly<Record<Lang, PdfState | null>>;
  /** The unit’s files in which something is wrong. */
  readonly mistaken: readonly ContentSource[];
}

const FILES: readonly UnitFileName[] = [
  'unit.yaml',
  ...LANGS.map((lang) => `deck.${lang}.md` as const),
  'self-check.yaml',
  'workshop.yaml',
];

@Injectable()
export class ComparisonService {
  private pairs: Promise<DeckPair[]> | null = null;

  constructor(
    private readonly content: CurriculumContent,
    private readonly decks: DeckPdfs,
  ) {
    content.whenChanged(() => (this.pairs = null));
  }

  async list(): Promise<ComparedUnit[]> {
    const [pairs, decks] = await Promise.all([this.readPairs(), this.decks.list()]);
    return pairs.map((pair) => {
      const pdfOf = (lang: Lang) => decks.find((deck) => deck.lang === lang && deck.unit.key === pair.unit.key) ?? null;
      const sources = FILES.map((name) => this.content.sourceOf(pair.unit.key, name)).filter((source) => source !== null);
      return { ...pair, pdfs: { fr: pdfOf('fr'), en: pdfOf('en') }, mistaken: sources.filter(({ problems }) => problems.length > 0) };
    });
  }

  /** The past of the files is asked of git once a version. */
  private readPairs(): Promise<DeckPair[]> {
    this.pairs ??= deckPairs(this.content, ROOT);
    return this.pairs;
  }
}
