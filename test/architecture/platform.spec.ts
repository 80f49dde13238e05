import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * What the platform may name: the pages of whoever is signed in, which its top bar and its errors lead to whatever is taught; its own
 * files for browsers; what the operating system tells of a process.
 */
const ITS_OWN = ['/account', '/language', '/sign-in', '/sign-out', '/assets/', '/proc/', '/cmdline'];
/** What the course’s pages, kinds of result and jobs are called in addresses and in the queue. */
const OF_THE_COURSE =
  /^(?:admin|announcements?|assessment|assignments?|brief|calendar|courses?|glossary|gradebook|grading|marks|programme|project|reading|settings|slide|slides|student-home|submissions?|syllabus|teams?|term|units?|workshop|competitive-analysis|send-reminders|publish-announcements|build-deck-pdf|ask-for-deck-pdfs)$/;

/** Every text written in a file of the platform, without comments and types; of a template, its written parts. */
function textsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

const files = readdirSync('src/platform', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
  .map((file) => join('src/platform', file));

describe('the platform', () => {
  it('names no page, job or kind of result of the course', () => {
    const named = files.flatMap((file) =>
      textsIn(file)
        .filter((text) => OF_THE_COURSE.test(text) || /^\/[a-z#][\w/-]*(?:\?[\w=]*)?$/.test(text))
        .filter((text) => !ITS_OWN.includes(text.split('?')[0]!))
        .map((text) => `${file}: ${text}`),
    );
    expect(named).toEqual([]);
  });

  it('is asked of texts that hold such a name when it has one', () => {
    const texts = files.flatMap(textsIn);
    for (const address of ITS_OWN) expect(texts.some((text) => text.startsWith(address))).toBe(true);
  });
});
