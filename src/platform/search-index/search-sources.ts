import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import type { IconName } from '../markup/icons.js';

/** A kind of text that can be found, as the room that writes it names it to who searches. */
export interface SearchKind {
  /** Among the kinds one may choose from: the lower, the sooner. */
  readonly order: number;
  readonly icon: IconName;
  /** What one such text is called where it is found, by its address where that tells more: “Slide 3”. */
  readonly one: (lang: Lang, address: string) => string;
  readonly several: (lang: Lang) => string;
}

/** One text that a search may lead to, in one language. */
export interface SearchDocument<K extends string = string> {
  readonly kind: K;
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
export interface DocumentBatch<K extends string = string> {
  /** Begins with its source’s name and a colon: `announcement:…`. */
  readonly key: string;
  /** Changes with what the texts are made of. As long as it does not, they are not asked for. */
  readonly hash: string;
  readonly documents: () => readonly SearchDocument<K>[] | Promise<readonly SearchDocument<K>[]>;
}

export interface SearchSource<K extends string = string> {
  /** What the keys of its batches begin with, before the colon. */
  readonly name: string;
  /** Every kind of text in its batches, by the word that the index keeps and addresses say. */
  readonly kinds: Readonly<Record<K, SearchKind>>;
  readonly batches: () => Promise<readonly DocumentBatch<K>[]>;
}

/** Where rooms say what of theirs can be found. The index asks all of them at a start, and whenever files changed. */
@Injectable()
export class SearchSources {
  private readonly sources: SearchSource[] = [];

  /** A kind belongs to one source: throws where another has declared it, a mistake in the program. */
  add<K extends string>(source: SearchSource<K>): void {
    const twice = Object.keys(source.kinds).find((kind) => this.kinds().has(kind));
    if (twice !== undefined) throw new Error(`The kind ${twice} is declared by two sources.`);
    this.sources.push(source);
  }

  /** What was declared, in the order in which one chooses. */
  kinds(): ReadonlyMap<string, SearchKind> {
    return new Map(this.sources.flatMap(({ kinds }) => Object.entries(kinds)).sort(([, one], [, other]) => one.order - other.order));
  }

  list(): readonly SearchSource[] {
    return this.sources;
  }
}
