import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { type CourseActor, isStaff } from '../../platform/security/actor.js';
import { CurriculumContent } from '../content.js';
import type { ContentSource } from '../unit-cache.js';
import type { Term } from './glossary-file.js';
import type { Workshop } from './workshop-file.js';

/** What a unit holds beside its deck, as its files say it. */
export interface StudyMaterial {
  readonly workshop: Workshop | null;
  /** In the order of the reader’s language. */
  readonly terms: readonly Term[];
  readonly sources: StudySources;
}
/** Where each part is written: for the teaching team, null for everybody else. */
export type StudySources = Readonly<Record<'readings' | 'selfCheck' | 'workshop' | 'terms', ContentSource | null>>;

@Injectable()
export class StudyContent {
  private ordered: { readonly of: readonly Term[]; readonly terms: Map<string, readonly Term[]> } = { of: [], terms: new Map() };

  constructor(private readonly content: CurriculumContent) {}

  of(actor: CourseActor, unit: string, lang: Lang): StudyMaterial {
    return {
      workshop: this.content.workshop(unit),
      terms: this.termsOf(unit, lang),
      sources: isStaff(actor) ? this.sourcesOf(unit) : NO_SOURCES,
    };
  }

  /** The whole glossary. */
  glossary(actor: CourseActor, lang: Lang): { readonly terms: readonly Term[]; readonly source: ContentSource | null } {
    return { terms: inOrder(this.content.terms(), lang), source: isStaff(actor) ? this.content.glossarySource() : null };
  }

  /** Put in order once for each reading of the glossary: comparing words as a language does takes long. */
  private termsOf(unit: string, lang: Lang): readonly Term[] {
    const all = this.content.terms();
    if (this.ordered.of !== all) this.ordered = { of: all, terms: new Map() };
    const key = `${lang} ${unit}`;
    const known = this.ordered.terms.get(key) ?? inOrder(this.content.termsOf(unit), lang);
    this.ordered.terms.set(key, known);
    return known;
  }

  private sourcesOf(unit: string): StudySources {
    return {
      readings: this.content.sourceOf(unit, 'unit.yaml'),
      selfCheck: this.content.sourceOf(unit, 'self-check.yaml'),
      workshop: this.content.sourceOf(unit, 'workshop.yaml'),
      terms: this.content.glossarySource(),
    };
  }
}

const NO_SOURCES: StudySources = { readings: null, selfCheck: null, workshop: null, terms: null };
const COLLATORS = { fr: new Intl.Collator('fr-CA'), en: new Intl.Collator('en-CA') } as const;

const inOrder = (terms: readonly Term[], lang: Lang): readonly Term[] =>
  [...terms].sort((one, other) => COLLATORS[lang].compare(one[lang], other[lang]));
