/** What each kind of text may hold once it is sanitised: tags, attributes with the shape of their values, classes. */
export interface Allowed {
  readonly tags: readonly string[];
  /** By tag; `*` holds for every tag. A value of another shape drops its attribute. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>>;
  readonly classes: RegExp | null;
}

const ANY = /^[^]*$/;
const NUMBER = /^\d{1,5}$/;
const LANG = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i;
const ALIGN = /^(?:left|center|right)$/;
const CELL = { align: ALIGN, colspan: NUMBER, rowspan: NUMBER, scope: /^(?:row|col)$/ };

const PROSE_TAGS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'blockquote',
  'pre',
  'hr',
  'br',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'a',
  'em',
  'strong',
  'b',
  'i',
  's',
  'del',
  'ins',
  'mark',
  'small',
  'sub',
  'sup',
  'abbr',
  'q',
  'cite',
  'dfn',
  'code',
  'kbd',
  'samp',
];
const PROSE_ATTRIBUTES = {
  '*': { title: ANY, lang: LANG },
  a: { href: ANY },
  ol: { start: /^-?\d{1,5}$/ },
  th: CELL,
  td: CELL,
};

/** Colours by name, by hexadecimal or by the theme's properties: never `url(…)`, which would ask another server. */
const PAINT = /^(?:none|currentColor|transparent|[a-z]{3,20}|#[\da-f]{3,8}|var\(--d-[a-z\d-]{1,30}\))$/i;
const LENGTHS = /^[\d\s,.%e+-]*(?:em|px)?$/i;
const WORD = /^[a-z-]{1,20}$/i;
const SHAPE = {
  fill: PAINT,
  stroke: PAINT,
  'stroke-width': LENGTHS,
  'stroke-dasharray': LENGTHS,
  'stroke-dashoffset': LENGTHS,
  'stroke-linecap': WORD,
  'stroke-linejoin': WORD,
  opacity: LENGTHS,
  'fill-opacity': LENGTHS,
  'stroke-opacity': LENGTHS,
  'fill-rule': WORD,
  transform: /^(?:(?:translate|rotate|scale|skewX|skewY|matrix)\([\d\s,.e+-]{1,80}\)\s*){1,6}$/i,
};
const PLACE = { x: LENGTHS, y: LENGTHS };
const TEXT = {
  ...SHAPE,
  ...PLACE,
  dx: LENGTHS,
  dy: LENGTHS,
  rotate: LENGTHS,
  'font-size': LENGTHS,
  'font-weight': /^(?:[1-9]00|normal|bold)$/,
  'font-style': WORD,
  'text-anchor': WORD,
  'dominant-baseline': WORD,
  'letter-spacing': LENGTHS,
};
const SVG = {
  svg: { viewBox: LENGTHS, width: LENGTHS, height: LENGTHS, preserveAspectRatio: /^[a-z\s]{1,30}$/i, ...SHAPE },
  g: { ...SHAPE, 'font-size': LENGTHS, 'font-weight': TEXT['font-weight'], 'text-anchor': WORD },
  path: { ...SHAPE, d: /^[\d\s,.+a-z-]*$/i },
  rect: { ...SHAPE, ...PLACE, width: LENGTHS, height: LENGTHS, rx: LENGTHS, ry: LENGTHS },
  circle: { ...SHAPE, cx: LENGTHS, cy: LENGTHS, r: LENGTHS },
  ellipse: { ...SHAPE, cx: LENGTHS, cy: LENGTHS, rx: LENGTHS, ry: LENGTHS },
  line: { ...SHAPE, x1: LENGTHS, y1: LENGTHS, x2: LENGTHS, y2: LENGTHS },
  polyline: { ...SHAPE, points: LENGTHS },
  polygon: { ...SHAPE, points: LENGTHS },
  text: TEXT,
  tspan: TEXT,
};

/** Words of slides/README.md, and what the highlighter writes. */
const SLIDE_CLASSES =
  'opener|statement|poll|workshop|no|kicker|lede|source|fragment|cols|ruled|wide-left|wide-right|callout|quote|time|t-ink|t-brand|t-on|t-bold';
const CODE_CLASSES = 'hljs(?:-[a-z-]{1,30})?|language-[\\w+#.-]{1,30}|[a-z]{1,20}_{1,2}';

const DECK: Allowed = {
  tags: [...PROSE_TAGS, 'section', 'aside', 'div', 'span', 'figure', 'figcaption', 'img', 'time', 'wbr', ...Object.keys(SVG)],
  attributes: {
    ...PROSE_ATTRIBUTES,
    ...SVG,
    '*': {
      ...PROSE_ATTRIBUTES['*'],
      class: ANY,
      role: /^(?:img|group|presentation|none)$/,
      'aria-label': ANY,
      'aria-hidden': /^(?:true|false)$/,
      'data-fragment-index': NUMBER,
    },
    section: {
      'data-background-color': PAINT,
      'data-transition': /^(?:none|fade|slide|convex|concave|zoom)(?:-in|-out)?$/,
      'data-auto-animate': /^$/,
      'data-visibility': /^(?:hidden|uncounted)$/,
      'data-poll': /^[a-z\d-]{1,60}$/,
    },
    img: { src: /^[^\s"'`<>\\?#]{1,300}$/, alt: ANY, width: NUMBER, height: NUMBER, loading: /^(?:lazy|eager)$/ },
    time: { datetime: /^[\dTZ:.+-]{1,40}$/ },
  },
  classes: new RegExp(`^(?:${SLIDE_CLASSES}|${CODE_CLASSES})$`),
};

/** A drawing in a file of its own: shapes and their words, nothing a drawing cannot hold. */
const DRAWING: Allowed = {
  tags: Object.keys(SVG),
  attributes: {
    ...SVG,
    '*': { class: ANY, lang: LANG, 'aria-hidden': /^(?:true|false)$/, 'data-fragment-index': NUMBER },
    svg: { ...SVG.svg, role: /^img$/, 'aria-label': ANY },
  },
  classes: /^(?:t-ink|t-brand|t-on|t-bold|fragment)$/,
};

const PROSE: Allowed = { tags: PROSE_TAGS, attributes: PROSE_ATTRIBUTES, classes: null };

export const ALLOWED = { deck: DECK, drawing: DRAWING, prose: PROSE };
export type Profile = keyof typeof ALLOWED;
