import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Attributes } from './attributes.js';

/** An element of an SVG file. Attributes and texts stay escaped, as they are typed. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Attributes;
  /** Where its tag begins, counted from 1. */
  readonly line: number;
  readonly children: readonly (SvgElement | string)[];
}

export type SvgReading =
  | { readonly ok: true; readonly root: SvgElement }
  /** `message` is the parser’s, in English. */
  | { readonly ok: false; readonly line: number; readonly message: string };

/** What fast-xml-parser makes of an element: its children under its name, its attributes under `:@`. */
type ParsedNode = Readonly<Record<string, unknown>> & { readonly ':@'?: Attributes };

const TEXT = '#text';
const POSITION = XMLParser.getMetaDataSymbol() as unknown as string;
/** Entities are left as they are: whoever shows the texts decodes them, and no document type can make them grow. */
const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  allowBooleanAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Reads SVG as strictly as a browser reads it in a file of its own. */
export function readSvg(typed: string): SvgReading {
  // As the parser counts: what it says of positions is said of this text.
  const source = typed.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const checked = XMLValidator.validate(source);
  if (checked !== true) return { ok: false, line: checked.err.line, message: checked.err.msg };
  try {
    const [root] = (parser.parse(source) as ParsedNode[]).map((node) => elementOf(node, source)).filter((node) => typeof node !== 'string');
    return root ? { ok: true, root } : { ok: false, line: 1, message: 'Start tag expected.' };
  } catch (error) {
    // Well-formed, but more than the parser takes on: a hundred tags within one another, names that JavaScript keeps to itself.
    return { ok: false, line: 1, message: error instanceof Error ? error.message : String(error) };
  }
}

function elementOf(node: ParsedNode, source: string): SvgElement | string {
  const name = Object.keys(node).find((key) => key !== ':@') ?? TEXT;
  if (name === TEXT) return String(node[TEXT]);
  const { startIndex } = node[POSITION] as { startIndex: number };
  return {
    name,
    attributes: node[':@'] ?? {},
    line: source.slice(0, startIndex).split('\n').length,
    children: (node[name] as ParsedNode[]).map((child) => elementOf(child, source)),
  };
}
