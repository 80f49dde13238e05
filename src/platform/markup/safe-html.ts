import sanitizeHtml from 'sanitize-html';
import { type Allowed, ALLOWED, type Profile } from './allowed.js';

/** Markup that may stand in a page as it is. Only `sanitise` makes it, and the two below from pieces it made. */
export type SafeHtml = string & { readonly __safe: true };

export interface Watch {
  /** Where a picture named by this address is found; `null` takes the picture out. */
  readonly picture?: (address: string) => string | null;
  /** Hears of each tag, attribute and class that is taken out: `<script>`, `style`, `class="big"`. */
  readonly refused?: (what: string) => void;
}

/** The last step before markup is kept or shown: what the profile does not list is gone. Nothing may change the result. */
export function sanitise(html: string, profile: Profile, watch: Watch = {}): SafeHtml {
  const allowed = ALLOWED[profile];
  const unwanted = new WeakSet<object>();
  return sanitizeHtml(html, {
    ...BASE,
    allowedTags: [...allowed.tags],
    allowedAttributes: namesOf(allowed),
    transformTags: { '*': (tag, attributes) => ({ tagName: tag, attribs: sift(allowed, tag, attributes, watch, unwanted) }) },
    exclusiveFilter: (frame) => unwanted.has(frame.attribs),
    ...(allowed.tags.includes('aside') ? withoutNotes() : {}),
  }) as SafeHtml;
}

export const joined = (parts: readonly SafeHtml[]): SafeHtml => parts.join('\n') as SafeHtml;
/** Slides below one another: a section of sections. */
export const stacked = (slides: readonly SafeHtml[]): SafeHtml => `<section>\n${joined(slides)}\n</section>` as SafeHtml;

/** reveal.js reads `<aside class="notes">` as notes for the speaker: they may reach nobody, in whatever letters they are typed. */
export const isSpeakerNotes = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  tag === 'aside' &&
  (attributes['class'] ?? '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes('notes');

const BASE = {
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 60,
  // The words inside these are no words for a reader.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'title',
    'noscript',
    'iframe',
    'object',
    'template',
    'math',
    'foreignobject',
    'xmp',
    'noembed',
    'noframes',
  ],
} satisfies sanitizeHtml.IOptions;

/** Below the nesting limit a tag goes and its words stay, an aside of notes like any other: these words go too. */
function withoutNotes(): sanitizeHtml.IOptions {
  let inside = 0;
  return {
    onOpenTag: (tag, attributes) => {
      if (inside > 0 || isSpeakerNotes(tag, attributes)) inside += 1;
    },
    onCloseTag: () => {
      if (inside > 0) inside -= 1;
    },
    textFilter: (text) => (inside > 0 ? '' : text),
  };
}

const namesOf = (allowed: Allowed): Record<string, string[]> =>
  Object.fromEntries(Object.entries(allowed.attributes).map(([tag, attributes]) => [tag, [...Object.keys(attributes), 'rel']]));

/** HTML folds names to small letters; SVG writes two of them otherwise. */
const PROPER: Readonly<Record<string, string>> = { viewbox: 'viewBox', preserveaspectratio: 'preserveAspectRatio' };

function sift(
  allowed: Allowed,
  tag: string,
  given: sanitizeHtml.Attributes,
  watch: Watch,
  unwanted: WeakSet<object>,
): sanitizeHtml.Attributes {
  if (!allowed.tags.includes(tag)) watch.refused?.(`<${tag}>`);
  const kept: sanitizeHtml.Attributes = {};
  for (const [name, value] of Object.entries(given)) {
    const proper = PROPER[name] ?? name;
    const shape = allowed.attributes[tag]?.[proper] ?? allowed.attributes['*']?.[proper];
    if (proper === 'class' && shape) keepClasses(allowed, value, kept, watch);
    else if (shape?.test(value)) kept[proper] = value;
    else if (proper !== 'rel') watch.refused?.(proper);
  }
  if (/^https?:/i.test(kept['href'] ?? '')) kept['rel'] = 'noopener noreferrer';
  if (isSpeakerNotes(tag, given)) unwanted.add(kept);
  if (tag === 'img' && !placePicture(kept, given['src'] ?? '', watch)) unwanted.add(kept);
  return kept;
}

function keepClasses(allowed: Allowed, value: string, kept: sanitizeHtml.Attributes, watch: Watch): void {
  const classes = value.split(/\s+/).filter(Boolean);
  const known = classes.filter((name) => allowed.classes?.test(name));
  for (const name of classes) if (!known.includes(name)) watch.refused?.(`class="${name}"`);
  if (known.length) kept['class'] = known.join(' ');
}

/** A picture that stands with another server would tell it who reads. */
function placePicture(kept: sanitizeHtml.Attributes, address: string, watch: Watch): boolean {
  const source = watch.picture ? watch.picture(address) : (kept['src'] ?? '');
  if (!source || /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(source)) return false;
  kept['src'] = source;
  return true;
}
