// Sorts a profile's samples by whose code ran: a library, a room of ours, the collector of garbage. What Node itself does is
// counted to whoever called it.

const KINDS = [
  ['Preact', /node_modules\/preact/],
  ['pg client', /node_modules\/(?:pg|pg-[a-z]+|postgres-[a-z]+)\//],
  ['typeorm', /node_modules\/typeorm\//],
  ['Fastify, Nest', /node_modules\/(?:@?fastify|@nestjs|find-my-way|rxjs|avvio|light-my-request|fast-|@fastify)/],
  ['sanitising', /node_modules\/(?:sanitize-html|htmlparser2|domhandler|domutils|dom-serializer|entities|parse-srcset|postcss|marked)\//],
  ['other libraries', /node_modules\//],
  ['views', /dist\/src\/.*\.(?:view|island)\.js$|dist\/src\/platform\/markup\//],
  ['services', /dist\/(?:src|migrations)\//],
];

/** So many milliseconds, divided among the kinds as the samples are. */
export function timesByKind({ nodes, samples }, milliseconds) {
  const kinds = kindsOf(nodes);
  const found = samples.map((id) => kinds.get(id)).filter((kind) => kind !== null);
  const share = (kind) => found.filter((one) => one === kind).length / found.length;
  const rounded = (value) => Math.round(value * 100) / 100;
  const names = [...KINDS.map(([name]) => name), 'garbage', 'Node'];
  return { total: rounded(milliseconds), ...Object.fromEntries(names.map((name) => [name, rounded(milliseconds * share(name))])) };
}

/** The kind of every node of the tree; null for what is no work. */
function kindsOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kinds = new Map();
  const visit = (node, inherited) => {
    const kind = kindOf(node.callFrame, inherited);
    kinds.set(node.id, kind);
    for (const child of node.children ?? []) visit(byId.get(child), kind);
  };
  visit(nodes[0], 'Node');
  return kinds;
}

function kindOf({ functionName, url }, inherited) {
  if (functionName === '(idle)' || functionName === '(program)') return null;
  if (functionName === '(garbage collector)') return 'garbage';
  return KINDS.find(([, sign]) => sign.test(url))?.[0] ?? inherited ?? 'Node';
}
