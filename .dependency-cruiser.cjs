/** The rooms of the application, lowest first. A room may use only the rooms before it, so a circle cannot be drawn. */
const ROOMS = [
  'kernel',
  'platform',
  'people',
  'auth',
  'announcements',
  'decks',
  'curriculum',
  'slides',
  'classroom',
  'workshops',
  'assignments',
  'teams',
  'workspace',
  'submissions',
  'grading',
  'gradebook',
  'exchange',
  'search',
  'home',
  'course-settings',
  'admin',
];
/** What stands above every room: the composition of the application and its two ways in. */
const TOP = ['app\\.module\\.ts', 'app\\.ts', 'main\\.ts', 'cli\\.ts'];
const anyOf = (names) => names.join('|');
const PACKAGE = '(^|/)node_modules/';
/** Node's own modules, as they are named once resolved. */
const CORE = '^(node:)?(fs|path|crypto|http|https|stream|net|os|url|util|child_process|async_hooks|worker_threads)(/promises)?$';
const SPEC = '\\.spec\\.tsx?$';
const IN_BROWSER = '\\.(island|client|classic)\\.tsx?$';

const looksDownOnly = ROOMS.map((room, place) => ({
  name: `${room}-looks-down-only`,
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${anyOf([...ROOMS.slice(place + 1), ...TOP])})(/|$)` },
}));

const rules = [
  ...looksDownOnly,
  { name: 'no-circles', from: {}, to: { circular: true } },
  {
    name: 'known-rooms-only',
    comment: 'Give the new room its place in ROOMS.',
    from: { path: '^src/', pathNot: `^src/((${anyOf(ROOMS)})/|(${anyOf(TOP)})$)` },
    to: {},
  },
  {
    name: 'only-through-index',
    comment: 'Enter another room through its index.ts, or through what it shares with browsers: an index would bring the server along.',
    from: { path: '^src/([^/]+)/' },
    to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/(kernel|platform)/', '/index\\.ts$', '\\.shared\\.ts$'] },
  },
  {
    name: 'only-through-index-for-the-app',
    from: { path: '^src/[^/]+\\.ts$' },
    to: { path: '^src/[^/]+/', pathNot: ['^src/(kernel|platform)/', '/index\\.ts$'] },
  },
  { name: 'not-through-ones-own-index', from: { path: '^src/([^/]+)/', pathNot: '/index\\.ts$' }, to: { path: '^src/$1/index\\.ts$' } },
  { name: 'kernel-is-pure', from: { path: '^src/kernel/', pathNot: SPEC }, to: { pathNot: '^src/kernel/' } },
  {
    name: 'policies-and-views-are-pure',
    from: { path: '\\.(policy|view)\\.tsx?$' },
    to: { path: `\\.(service|controller|queries|module)\\.ts$|${PACKAGE}(typeorm|@nestjs)`, dependencyTypesNot: ['type-only'] },
  },
  { name: 'controllers-hold-no-sql', from: { path: '\\.controller\\.ts$' }, to: { path: `${PACKAGE}(typeorm|pg)/|platform/database/` } },
  {
    name: 'the-browser-gets-no-server-code',
    comment: 'However far the imports lead. Share types and pure functions, through *.shared.ts or views.',
    from: { path: `${IN_BROWSER}|^src/platform/browser/`, pathNot: SPEC },
    to: {
      reachable: true,
      path: `\\.(service|controller|queries|module|entity)\\.ts$|${PACKAGE}(typeorm|@nestjs|@fastify|fastify|pg)/|${CORE}`,
    },
  },
  { name: 'shared-is-neutral', from: { path: '\\.shared\\.ts$' }, to: { pathNot: '\\.shared\\.ts$|^src/kernel/' } },
  {
    name: 'only-views-render-islands',
    from: { path: '^src/', pathNot: `\\.(island|view)\\.tsx$|^src/platform/browser/|${SPEC}` },
    to: { path: '\\.island\\.tsx$' },
  },
  {
    name: 'migrations-are-history',
    comment: "A migration that calls today's code changes with it.",
    from: { path: '^migrations/' },
    to: { path: '^src/' },
  },
  { name: 'no-test-code-in-src', from: { path: '^src/', pathNot: SPEC }, to: { path: `^test/|${SPEC}` } },
  { name: 'no-orphans', from: { orphan: true, path: '^src/', pathNot: `^src/(main|cli)\\.ts$|${IN_BROWSER}|\\.d\\.ts$` }, to: {} },
];

module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
