import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SearchIndex } from '../platform/search-index/search-index.js';
import { type DocumentBatch, SearchSources, type SearchDocument, type SearchKind } from '../platform/search-index/search-sources.js';
import { elementsIn, insideOf } from '../platform/markup/html-elements.js';
import { textOf } from '../platform/markup/html-text.js';
import { type Lang, LANGS } from '../kernel/localised.js';
import { Database } from '../platform/database/database.js';
import { AssignmentLibrary } from './content.js';
import type { AssignmentContent } from './read-assignment.js';
import { assignmentsTexts } from './text.js';

const SOURCE = 'assignment';
const KIND: SearchKind = {
  order: 70,
  icon: 'tool',
  one: (lang) => assignmentsTexts[lang].found.one,
  several: (lang) => assignmentsTexts[lang].found.several,
};

/** What a course asks for, to be found in it: the brief section by section, each stage, each criterion. */
@Injectable()
export class FindableAssignments {
  constructor(
    private readonly database: Database,
    private readonly library: AssignmentLibrary,
    private readonly index: SearchIndex,
    sources: SearchSources,
  ) {
    sources.add({ name: SOURCE, kinds: { brief: KIND }, batches: () => this.batches() });
  }

  /** In the transaction in which a course asks for it. */
  async put(courseId: string, content: AssignmentContent): Promise<void> {
    await this.index.put(batchOf(courseId, content));
  }

  private async batches(): Promise<DocumentBatch<'brief'>[]> {
    const rows = await this.database.query<{ course_id: string; key: string }>('SELECT course_id, key FROM assignment');
    return rows.flatMap(({ course_id: courseId, key }) => {
      const content = this.library.find(key);
      return content ? [batchOf(courseId, content)] : [];
    });
  }
}

const batchOf = (courseId: string, content: AssignmentContent): DocumentBatch<'brief'> => ({
  key: `${SOURCE}:${courseId}/${content.key}`,
  hash: createHash('sha256').update(JSON.stringify(content)).digest('base64url'),
  documents: () => LANGS.flatMap((lang) => textsOf(content, lang).map((text) => ({ ...text, courseId }))),
});

export function textsOf({ key, spec, rubric, brief }: AssignmentContent, language: Lang): SearchDocument<'brief'>[] {
  const at = (anchor: string) =>
    ({ kind: 'brief', language, opensWith: 'course', address: `assignments/${key}${anchor}` }) as const satisfies Partial<
      SearchDocument<'brief'>
    >;
  const stages = spec.stages.map(({ title, summary, deliverables }) => ({
    ...at('#stages'),
    title: title[language],
    body: [summary[language], ...deliverables.flatMap(({ label, hint }) => [label[language], hint[language]])].join(' '),
  }));
  const judged = [...rubric.criteria, rubric.gate].map(({ title, levels }) => ({
    ...at('#rubric'),
    title: title[language],
    body: levels.map(({ name, description }) => `${name[language]}. ${description[language]}`).join(' '),
  }));
  const whole = { ...at(''), title: spec.title[language], body: spec.summary[language], weight: 1.3 };
  return [
    whole,
    ...sectionsOf(brief[language]).map(({ title, body }) => ({ ...at(`#brief${toWords(title)}`), title, body })),
    ...stages,
    ...judged,
  ];
}

/** A brief by its headings. What stands before the first one is said by the summary too. */
function sectionsOf(html: string): { readonly title: string; readonly body: string }[] {
  const headings = elementsIn(html).filter(({ name }) => name === 'h2');
  return headings.map((heading, index) => ({
    title: textOf(insideOf(html, heading)),
    body: textOf(html.slice(heading.end, headings[index + 1]?.start)),
  }));
}

/** Browsers that can go to the words themselves do; the others to the brief. */
const toWords = (words: string): string => `:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
