import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { CourseUnit } from '../course-unit.js';
import { UnitNotFound } from '../curriculum.errors.js';
import type { ContentSource } from '../unit-cache.js';
import { OpenUnits } from '../open-units.js';
import type { Term } from './glossary-file.js';
import { StudyContent } from './study-content.js';
import type { Workshop } from './workshop-file.js';

export interface OpenWorkshop {
  readonly unit: CourseUnit;
  readonly workshop: Workshop;
  readonly source: ContentSource | null;
}
export interface OpenGlossary {
  readonly terms: readonly Term[];
  readonly units: readonly CourseUnit[];
  readonly source: ContentSource | null;
}

@Injectable()
export class StudyService {
  constructor(
    private readonly units: OpenUnits,
    private readonly material: StudyContent,
  ) {}

  /** @throws UnitNotFound also where an open unit has no workshop. */
  async workshop(actor: CourseActor, key: string, lang: Lang): Promise<OpenWorkshop> {
    const { unit } = await this.units.open(actor, key);
    const { workshop, sources } = this.material.of(actor, key, lang);
    if (!workshop) throw new UnitNotFound();
    return { unit, workshop, source: sources.workshop };
  }

  async glossary(actor: CourseActor, lang: Lang): Promise<OpenGlossary> {
    const { units } = await this.units.list(actor);
    return { ...this.material.glossary(actor, lang), units };
  }
}
