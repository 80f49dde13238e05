import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { Lang, Localised } from '../../kernel/localised.js';
import { contentTexts } from './text.js';

export interface YamlProblem {
  /** Counted from 1, within the text. */
  readonly line: number;
  readonly reason: Localised;
}
export type YamlResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly YamlProblem[] };
type Issue = z.core.$ZodIssue;

/** Reads a text of YAML by a schema. What is wrong is told in both languages, at the line where it stands. */
export function readYaml<T>(text: string, schema: z.ZodType<T>): YamlResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map(({ pos, message }) => ({ line: at(pos[0]), reason: contentTexts.inBoth.yaml(message) })),
    };

  const value = valueOf(document);
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };

  const french = issuesOf(schema, value, 'fr');
  const problems = issuesOf(schema, value, 'en').map((issue, index) => {
    const found = lookUp(document.contents, issue);
    return {
      line: at(found.node?.range?.[0]),
      reason: located(issue, plain(issue, found) ?? { fr: french[index]?.message ?? '', en: issue.message }),
    };
  });
  return { ok: false, problems };
}

/** References that would unfold without end are no value at all. */
function valueOf(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** zod speaks both languages; a schema’s own sentences are for its author to write alike. */
const issuesOf = (schema: z.ZodType, value: unknown, lang: Lang): readonly Issue[] =>
  schema.safeParse(value, { error: z.locales[lang]().localeError }).error?.issues ?? [];

function located({ path }: Issue, { fr, en }: Localised): Localised {
  const at = path.join('.');
  return at ? { fr: contentTexts.fr.at(at, fr), en: contentTexts.en.at(at, en) } : { fr, en };
}

interface Found {
  readonly node: Node | null;
  /** Whether it stands at the very path, and not on the way there. */
  readonly isThere: boolean;
}

/** What a schema’s own check says, told in the language of whoever reads it: for `refine` and `addIssue`. */
export const because = ({ fr, en }: Localised): { readonly params: Localised & Record<string, string> } => ({ params: { fr, en } });

/** A check’s own sentence, or one of the two mistakes everybody makes in plain words. */
function plain(issue: Issue, { node, isThere }: Found): Localised | null {
  if (issue.code === 'custom') return own(issue.params);
  if (issue.code !== 'invalid_type') return null;
  if (!isThere) return contentTexts.inBoth.lineMissing;
  if (issue.expected !== 'string' || !isMap(node)) return null;
  return contentTexts.inBoth.colonInText;
}

const own = ({ fr, en }: Record<string, unknown> = {}): Localised | null =>
  typeof fr === 'string' && typeof en === 'string' ? { fr, en } : null;

/** Where an issue stands: an unknown key at the key, a missing one at what should hold it. */
function lookUp(root: Node | null, issue: Issue): Found {
  let node = root;
  for (const key of issue.path) {
    const next: unknown = isMap(node) ? entryOf(node, key) : isSeq(node) ? node.items[Number(key)] : null;
    if (!isNode(next)) return { node, isThere: false };
    node = next;
  }
  const unknown = issue.code === 'unrecognized_keys' && isMap(node) ? pairOf(node, issue.keys[0] ?? '')?.key : null;
  return { node: isNode(unknown) ? unknown : node, isThere: true };
}

const pairOf = (map: YAMLMap, key: PropertyKey) => map.items.find((entry) => String(entry.key) === String(key));

/** A plain value is told at its key: the value may stand lines below. */
function entryOf(map: YAMLMap, key: PropertyKey): unknown {
  const pair = pairOf(map, key);
  return isMap(pair?.value) || isSeq(pair?.value) ? pair.value : pair?.key;
}
