import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Lang, Localised } from '../kernel/localised.js';
import { ROOT } from '../platform/config/root.js';
import { typesetAll } from '../platform/i18n/texts.js';
import type { SafeHtml } from '../platform/markup/safe-html.js';
import { AssignmentFile, type AssignmentSpec, type Rubric, RubricFile } from './assignment-file.js';
import { renderBrief } from './brief.js';

/** One folder of `assignments/`, read. */
export interface AssignmentContent {
  readonly key: string;
  readonly spec: AssignmentSpec;
  readonly rubric: Rubric;
  readonly brief: Readonly<Record<Lang, SafeHtml>>;
}

/** A mistake in a file, for the person who can mend it. */
export interface ContentProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: Localised;
}

/** The assignments as their files say. Read at start and whenever asked again; a bad file leaves the last good version standing. */
@Injectable()
export class AssignmentLibrary {
  private readonly folder: string;
  private readonly kept = new Map<string, AssignmentContent>();
  private found: ContentProblem[] = [];

  constructor() {
    this.folder = join(ROOT, 'assignments');
    this.read();
  }

  find(key: string): AssignmentContent | null {
    return this.kept.get(key) ?? null;
  }

  list(): AssignmentContent[] {
    return [...this.kept.values()];
  }

  problems(): readonly ContentProblem[] {
    return this.found;
  }

  read(): void {
    this.found = [];
    const keys = readdirSync(this.folder).filter((name) => statSync(join(this.folder, name)).isDirectory());
    for (const key of keys) {
      const content = this.readOne(key);
      if (content) this.kept.set(key, content);
    }
  }

  private readOne(key: string): AssignmentContent | null {
    const before = this.found.length;
    const spec = this.readYaml(`${key}/assignment.yaml`, AssignmentFile);
    const rubric = this.readYaml(`${key}/rubric.yaml`, RubricFile);
    if (spec && rubric) this.compare(key, spec, rubric);
    const brief = { fr: this.readBrief(key, 'fr'), en: this.readBrief(key, 'en') };
    if (!spec || !rubric || this.found.length > before) return null;
    return { key, spec: typesetAll(spec), rubric: typesetAll(rubric), brief };
  }

  private readBrief(key: string, lang: Lang): SafeHtml {
    const file = `${key}/brief.${lang}.md`;
    return renderBrief(this.text(file) ?? '', lang);
  }

  private readYaml<T>(file: string, schema: z.ZodType<T>): T | null {
    const text = this.text(file);
    if (text === null) return null;
    const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
    const document = parseDocument(text);
    for (const error of document.errors) this.note(file, lineOf(error.pos[0]), error.message);
    if (document.errors.length > 0) return null;
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      const node = document.getIn(path.slice(0, -1), true) ?? document.contents;
      const offset = (node as { range?: [number] } | null)?.range?.[0] ?? 0;
      this.note(file, lineOf(offset), `${path.join('.')}: ${message}`);
    }
    return null;
  }

  /** Every criterion belongs to a stage, and the criteria of a stage add up to its points. */
  private compare(key: string, spec: AssignmentSpec, rubric: Rubric): void {
    const stages = new Map(spec.stages.map((stage) => [stage.key, stage.points]));
    for (const { key: criterion, stage } of rubric.criteria) if (!stages.has(stage)) this.note(`${key}/rubric.yaml`, 1, `${criterion}: no stage is called ${stage}`);
    for (const [stage, points] of stages) {
      const sum = rubric.criteria.filter((criterion) => criterion.stage === stage).reduce((total, criterion) => total + criterion.points, 0);
      if (sum !== points) this.note(`${key}/rubric.yaml`, 1, `the criteria of ${stage} add up to ${sum}, and the stage is worth ${points}`);
    }
  }

  private text(file: string): string | null {
    try {
      return readFileSync(join(this.folder, file), 'utf8');
    } catch {
      this.note(file, 1, 'the file is missing');
      return null;
    }
  }

  private note(file: string, line: number, reason: string): void {
    this.found.push({ file: `assignments/${file}`, line, reason: { fr: reason, en: reason } });
  }
}
