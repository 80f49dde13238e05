import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';

export const SEARCH_KINDS = ['slide', 'unit', 'reading', 'workshop', 'question', 'term', 'brief', 'announcement'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One text that a search may lead to, in one language. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly language: Lang;
  readonly title: string;
  /** Its words, without markup. Nothing that a reader of its page may not read: no notes, no right answers. */
  readonly body: string;
  /** Where it stands: from the root with a slash before it, else from the course’s own address: `units/web-pr#readings`. */
  readonly address: string;
  readonly unit?: string;
  /** Who may find it: the people of the course, or the students to whom its unit is released. */
  readonly opensWith: 'course' | 'unit';
  /** The course it belongs to; none for what the files say to every course. */
  readonly courseId?: string;
  /** For this section alone. */
  readonly sectionId?: string;
  /** Students find it from then on. */
  readonly visibleFrom?: Date;
  /** How much sooner it comes than another text that says the same: 1 unless given. */
  readonly weight?: number;
}

/** Texts that change together: the files of a unit, an announcement. */
export interface DocumentBatch {
  /** Begins with its source’s name and a colon: `announcement:…`. */
  readonly key: string;
  /** Changes with what the texts are made of. As long as it does not, they are not asked for. */
  readonly hash: string;
  readonly documents: () => readonly SearchDocument[] | Promise<readonly SearchDocument[]>;
}

export interface SearchSource {
  /** What the keys of its batches begin with, before the colon. */
  readonly name: string;
  readonly batches: () => Promise<readonly DocumentBatch[]>;
}

/** Where rooms say what of theirs can be found. The index asks all of them at a start, and whenever files changed. */
@Injectable()
export class SearchSources {
  private readonly sources: SearchSource[] = [];

  add(source: SearchSource): void {
    this.sources.push(source);
  }

  list(): readonly SearchSource[] {
    return this.sources;
  }
}
