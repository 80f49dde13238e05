import { CLOSED_UNIT, SCHEDULED, ROLES, type Role, type State, STATES } from '../support/access-fixture.js';

/**
 * Who is answered what, everywhere. Read by people first: a column a role, a line an address.
 *
 *   ok   the page          go   sent on, the work done          in   sent to sign in
 *   .    not found: it does not exist for them, and they are told so in the same words as of a page that is not there
 *   401, 403, 409, 422     as everywhere in HTTP
 *
 * The things in the addresses are the team's, in the course `here`. `suspended` is a member whose account was suspended,
 * `rival` is in another team of the section, `elsewhere` in the other section, `foreign` in another course; `former` is an
 * assistant whose section was taken away after signing in. Before a thing exists, whoever could see it gets `.` as well.
 * `@state` holds in that state of the team's work alone; lines without it hold in the others. `blind` answers the same whether
 * the thing it names is there or not, and so tells nothing of it.
 */
const TABLE = `
                                                                               stranger susp. member mate  rival elsew. foreign assist. other former lecturer foreign-l. admin
GET  /                                                                            ok     ok     go    go    go    go     go      go     go     go      go       go       go
GET  /programme                                                                   ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /syllabus                                                                    ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /sign-in                                                                     ok     ok     go    go    go    go     go      go     go     go      go       go       go
POST /sign-in                                                                     422    403    422   422   422   422    422     422    422    422     422      422      422
GET  /account                                                                     in     in     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /account/notices                                                             in     in     go    go    go    go     go      go     go     go      go       go       go
POST /account/notices                                                             401    403    422   422   422   422    422     422    422    422     422      422      422
GET  /account/password                                                            in     in     go    go    go    go     go      go     go     go      go       go       go
POST /account/password                                                            401    403    422   422   422   422    422     422    422    422     422      422      422
GET  /account/preferences                                                         in     in     go    go    go    go     go      go     go     go      go       go       go
POST /account/preferences                                                         401    403    422   422   422   422    422     422    422    422     422      422      422
POST /language                                                                    401    403    go    go    go    go     go      go     go     go      go       go       go
GET  /unsubscribe/:kind/:person/:signature                                        ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
POST /unsubscribe/:kind/:person/:signature                                        go     403    go    go    go    go     go      go     go     go      go       go       go
GET  /health/live                                                                 ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /health/ready                                                                ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /admin                                                                       in     in     .     .     .     .      .       .      .      .       .        .        ok
GET  /admin/mail                                                                  in     in     .     .     .     .      .       .      .      .       .        .        ok
GET  /admin/decks                                                                 in     in     .     .     .     .      .       .      .      .       .        .        ok
POST /admin/decks                                                                 401    403    .     .     .     .      .       .      .      .       .        .        go

GET  /slides/:lang/:unit                                                          ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /slides/:lang/:unit/transcript                                               ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /slides/:lang/:unit.md                                                       ok     ok     ok    ok    ok    ok     ok      ok     ok     ok      ok       ok       ok
GET  /courses/:course                                                             in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit                                                 in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit unit=${CLOSED_UNIT}                                  in     in     .     .     .     .      .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit/release blind                                   in     in     .     .     .     .      .       .      .      .       go       .        .
POST /courses/:course/units/:unit/release                                         401    403    .     .     .     .      .       .      .      .       422      .        .
GET  /courses/:course/units/:unit/workshop                                        in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit/workshop unit=${CLOSED_UNIT}                         in     in     .     .     .     .      .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit/self-check blind                                in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/units/:unit/self-check                                      401    403    422   422   422   422    .       422    422    422     422      .        .
POST /courses/:course/units/:unit/self-check unit=${CLOSED_UNIT}                       401    403    .     .     .     .      .       422    422    422     422      .        .
PUT  /courses/:course/units/:unit/self-check                                      401    403    422   422   422   422    .       422    422    422     422      .        .
PUT  /courses/:course/units/:unit/self-check unit=${CLOSED_UNIT}                       401    403    .     .     .     .      .       422    422    422     422      .        .
POST /courses/:course/units/:unit/self-check/feedback                             401    403    422   422   422   422    .       422    422    422     422      .        .
POST /courses/:course/units/:unit/self-check/feedback unit=${CLOSED_UNIT}              401    403    .     .     .     .      .       422    422    422     422      .        .
GET  /courses/:course/units/:unit/self-check/counting blind                       in     in     .     .     .     .      .       .      .      .       go       .        .
POST /courses/:course/units/:unit/self-check/counting                             401    403    .     .     .     .      .       .      .      .       409      .        .
GET  /courses/:course/glossary                                                    in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit/results                                         in     in     .     .     .     .      .       ok     ok     ok      ok       .        .
GET  /courses/:course/units/:unit/bookmark                                        in     in     ok    ok    ok    ok     .       .      .      .       .        .        .
GET  /courses/:course/units/:unit/bookmark unit=${CLOSED_UNIT}                    in     in     .     .     .     .      .       .      .      .       .        .        .
PUT  /courses/:course/units/:unit/bookmark                                        401    403    ok    ok    ok    ok     .       .      .      .       .        .        .
PUT  /courses/:course/units/:unit/bookmark unit=${CLOSED_UNIT}                    401    403    .     .     .     .      .       .      .      .       .        .        .
GET  /courses/:course/units/:unit/items/:item/opened blind                        in     in     go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/units/:unit/items/:item/opened                              401    403    ok    ok    ok    ok     .       .      .      .       .        .        .
POST /courses/:course/units/:unit/items/:item/opened unit=${CLOSED_UNIT}          401    403    .     .     .     .      .       .      .      .       .        .        .
GET  /courses/:course/units/:unit/items/:item/done blind                          in     in     go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/units/:unit/items/:item/done                                401    403    go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/units/:unit/items/:item/done unit=${CLOSED_UNIT}            401    403    .     .     .     .      .       .      .      .       .        .        .
GET  /courses/:course/units/:unit/items/:item/undone blind                        in     in     go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/units/:unit/items/:item/undone                              401    403    go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/units/:unit/items/:item/undone unit=${CLOSED_UNIT}          401    403    .     .     .     .      .       .      .      .       .        .        .

GET  /courses/:course/search                                                      in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .

GET  /courses/:course/present/:lang/:unit                                         in     in     .     .     .     .      .       ok     ok     ok      ok       .        .
GET  /courses/:course/decks                                                       in     in     .     .     .     .      .       ok     ok     ok      ok       .        .

GET  /courses/:course/calendar                                                    in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
GET  /courses/:course/calendar.ics blind                                          .      .      .     .     .     .      .       .      .      .       .        .        .
GET  /courses/:course/calendar/address                                            in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/calendar/address                                            401    403    go    go    go    go     .       go     go     go      go       .        .
GET  /courses/:course/calendar/address/removal                                    in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/calendar/address/removal                                    401    403    go    go    go    go     .       go     go     go      go       .        .

GET  /courses/:course/announcements                                               in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
POST /courses/:course/announcements                                               401    403    .     .     .     .      .       .      .      .       422       .        .
GET  /courses/:course/announcements/new                                           in     in     .     .     .     .      .       .      .      .       ok        .        .
GET  /courses/:course/announcements/preview blind                                 in     in     .     .     .     .      .       .      .      .       go        .        .
POST /courses/:course/announcements/preview                                       401    403    .     .     .     .      .       .      .      .       422       .        .
GET  /courses/:course/announcements/reading                                       in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/announcements/reading                                       401    403    go    go    go    go     .       go     go     go      go       .        .
GET  /courses/:course/announcements.atom blind                                    .      .      .     .     .     .      .       .      .      .       .        .        .
GET  /courses/:course/announcements/address                                       in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/announcements/address                                       401    403    go    go    go    go     .       go     go     go      go       .        .
GET  /courses/:course/announcements/address/revocation                            in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/announcements/address/revocation                            401    403    go    go    go    go     .       go     go     go      go       .        .
GET  /courses/:course/announcements/:announcement                                 in     in     ok    ok    ok    .      .       ok     .      .       ok       .        .
GET  /courses/:course/announcements/:announcement announcement=${SCHEDULED}       in     in     .     .     .     .      .       ok     .      .       ok       .        .
GET  /courses/:course/announcements/:announcement/edit                            in     in     .     .     .     .      .       .      .      .       ok        .        .
POST /courses/:course/announcements/:announcement/edit                            401    403    .     .     .     .      .       .      .      .       422       .        .
GET  /courses/:course/announcements/:announcement/preview blind                   in     in     .     .     .     .      .       .      .      .       go        .        .
POST /courses/:course/announcements/:announcement/preview                         401    403    .     .     .     .      .       .      .      .       422       .        .
GET  /courses/:course/announcements/:announcement/withdrawal blind                in     in     .     .     .     .      .       .      .      .       go        .        .
POST /courses/:course/announcements/:announcement/withdrawal                      401    403    .     .     .     .      .       .      .      .       409       .        .

GET  /courses/:course/teams                                                       in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
POST /courses/:course/teams                                                       401    403    422   422   422   422    .       .      .      .       .        .        .
GET  /courses/:course/teams/:team/members blind                                   in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/teams/:team/members                                         401    403    409   409   409   .      .       .      .      .       .        .        .
GET  /courses/:course/teams/:team/leave blind                                     in     in     go    go    go    go     .       go     go     go      go       .        .
POST /courses/:course/teams/:team/leave                                           401    403    409   409   409   .      .       .      .      .       .        .        .
POST /courses/:course/teams/:team/leave @nothing                                  401    403    go    go    409   .      .       .      .      .       .        .        .
POST /courses/:course/teams/:team/leave @draft                                    401    403    go    go    409   .      .       .      .      .       .        .        .

GET  /courses/:course/assignments/:assignment                                     in     in     ok    ok    ok    ok     .       ok     ok     ok      ok       .        .
GET  /courses/:course/assignments/:assignment/stages/:stage                       in     in     ok    ok    ok    ok     .       .      .      .       .        .        .
GET  /courses/:course/assignments/:assignment/stages/:stage/draft blind           in     in     go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/assignments/:assignment/stages/:stage/draft                 401    401    go    go    go    go     .       .      .      .       .        .        .
PUT  /courses/:course/assignments/:assignment/stages/:stage/draft                 401    403    409   409   409   409    .       .      .      .       .        .        .
PUT  /courses/:course/assignments/:assignment/stages/:stage/draft @nothing        401    403    ok    ok    409   409    .       .      .      .       .        .        .
GET  /courses/:course/assignments/:assignment/stages/:stage/submissions blind     in     in     go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/assignments/:assignment/stages/:stage/submissions           401    401    go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/assignments/:assignment/stages/:stage/submissions @nothing  401    401    422   422   go    go     .       .      .      .       .        .        .
GET  /courses/:course/assignments/:assignment/stages/:stage/files/:file           in     in     ok    ok    .     .      .       .      .      .       .        .        .
GET  /courses/:course/assignments/:assignment/stages/:stage/files/:file/removal blind in in     go    go    go    go     .       .      .      .       .        .        .
POST /courses/:course/assignments/:assignment/stages/:stage/files/:file/removal blind 401 401    go    go    go    go     .       .      .      .       .        .        .

GET  /courses/:course/assignments/:assignment/workspace                           in     in     ok     ok     ok     ok     .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/sections/:section         in     in     ok     ok     ok     ok     .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/sections/:section/rows blind in     in     go     go     go     go     .      .      .      .      .      .      .
POST /courses/:course/assignments/:assignment/workspace/sections/:section/rows    401    403    go     go     go     go     .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/sections/:section/rows/:row in     in     ok     ok     .      .      .      .      .      .      .      .      .
POST /courses/:course/assignments/:assignment/workspace/sections/:section/rows/:row 401    403    go     go     .      .      .      .      .      .      .      .      .
PUT  /courses/:course/assignments/:assignment/workspace/sections/:section/rows/:row/fields/:field 401    403    409    409    .      .      .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/sections/:section/rows/:row/:how blind in     in     go     go     go     go     .      .      .      .      .      .      .
POST /courses/:course/assignments/:assignment/workspace/sections/:section/rows/:row/:how 401    403    go     go     .      .      .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/changes                   in     in     ok     ok     ok     ok     .      .      .      .      .      .      .
PUT  /courses/:course/assignments/:assignment/workspace/presence                  401    403    ok     ok     ok     ok     .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/live blind                in     in     .      .      .      .      .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/history                   in     in     ok     ok     ok     ok     .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspace/history/:row/:field blind in     in     go     go     go     go     .      .      .      .      .      .      .
POST /courses/:course/assignments/:assignment/workspace/history/:row/:field       401    403    go     go     .      .      .      .      .      .      .      .      .
GET  /courses/:course/assignments/:assignment/workspaces                          in     in     .      .      .      .      .      ok     ok     ok     ok     .      .
GET  /courses/:course/assignments/:assignment/workspaces/:team                    in     in     .      .      .      .      .      ok     .      .      ok     .      .
GET  /courses/:course/assignments/:assignment/workspaces/:team/sections/:section  in     in     .      .      .      .      .      ok     .      .      ok     .      .
GET  /courses/:course/assignments/:assignment/workspaces/:team/sections/:section/rows/:row in     in     .      .      .      .      .      ok     .      .      ok     .      .
GET  /courses/:course/assignments/:assignment/workspaces/:team/history            in     in     .      .      .      .      .      ok     .      .      ok     .      .

GET  /courses/:course/submissions/:submission                                     in     in     ok    ok    .     .      .       ok     .      .       ok       .        .
GET  /courses/:course/submissions/:submission/files/:file                         in     in     ok    ok    .     .      .       ok     .      .       ok       .        .

GET  /courses/:course/grading                                                     in     in     .     .     .     .      .       ok     ok     ok      ok       .        .
POST /courses/:course/grading/open                                                401    403    .     .     .     .      .       go     .      .       go       .        .
POST /courses/:course/grading/next blind                                          401    403    .     .     .     .      .       go     go     go      go       .        .
GET  /courses/:course/grading/:assessment                                         in     in     .     .     .     .      .       ok     .      .       ok       .        .
POST /courses/:course/grading/:assessment                                         401    403    .     .     .     .      .       409    .      .       409      .        .
PUT  /courses/:course/grading/:assessment                                         401    403    .     .     .     .      .       409    .      .       409      .        .
GET  /courses/:course/grading/:assessment/finish blind                            in     in     .     .     .     .      .       go     go     go      go       .        .
POST /courses/:course/grading/:assessment/finish                                  401    403    .     .     .     .      .       409    .      .       409      .        .
POST /courses/:course/grading/:assessment/release blind                           401    403    .     .     .     .      .       ok     ok     ok      ok       .        .
GET  /courses/:course/grading/stages/:stage/post                                  in     in     .     .     .     .      .       .      .      .       ok       .        .
POST /courses/:course/grading/stages/:stage/post                                  401    403    .     .     .     .      .       .      .      .       409      .        .
GET  /courses/:course/grading/stages/:stage/unpost                                in     in     .     .     .     .      .       .      .      .       ok       .        .
POST /courses/:course/grading/stages/:stage/unpost                                401    403    .     .     .     .      .       .      .      .       go       .        .

GET  /courses/:course/settings                                                    in     in     .     .     .     .      .       .      .      .       ok       .        .
GET  /courses/:course/settings/calendar                                           in     in     .     .     .     .      .       .      .      .       go       .        .
POST /courses/:course/settings/calendar                                           401    403    .     .     .     .      .       .      .      .       422      .        .
GET  /courses/:course/settings/classes/:week                                      in     in     .     .     .     .      .       .      .      .       ok       .        .
POST /courses/:course/settings/classes/:week                                      401    403    .     .     .     .      .       .      .      .       422      .        .
GET  /courses/:course/settings/assignments/:assignment/stages/:stage              in     in     .     .     .     .      .       .      .      .       ok       .        .
POST /courses/:course/settings/assignments/:assignment/stages/:stage              401    403    .     .     .     .      .       .      .      .       422      .        .
GET  /courses/:course/settings/copy                                               in     in     .     .     .     .      .       .      .      .       ok       .        .
POST /courses/:course/settings/copy                                               401    403    .     .     .     .      .       .      .      .       422      .        .
GET  /courses/:course/settings/units                                              in     in     .     .     .     .      .       .      .      .       ok       .        .

GET  /courses/:course/gradebook                                                   in     in     .     .     .     .      .       .      .      .       ok       .        .
GET  /courses/:course/gradebook.csv                                               in     in     .     .     .     .      .       .      .      .       ok       .        .
GET  /courses/:course/marks                                                       in     in     ok    ok    ok    ok     .       .      .      .       .        .        .
`;

/** Addresses that stand in no line, each with where it is looked at instead. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'GET /slides/:lang/:unit.pdf': 'made by a job, which no test runs unasked: test/slides/deck-pdf.spec.ts',
  'POST /sign-out': 'ends the session that the next line needs: test/auth/sign-in.spec.ts',
  'GET /slides/images/:unit/:name': 'no unit has a picture yet; what it refuses: test/slides/slides.spec.ts',
};

/** What is sent to be understood and yet not carried out: an old version, a name left empty, a plan that was never read. */
const LONG_AGO = 900_000;
const JUDGED = { criteria: { framing: { level: 'A', points: 10, comment: '' } }, gate: { level: 'ok', comment: '' }, comment: '' };
export const BODIES: Readonly<Record<string, (parts: Readonly<Record<string, string>>) => object>> = {
  'POST /courses/:course/announcements/:announcement/withdrawal': () => ({ version: String(LONG_AGO) }),
  // A form of no field is one with every switch off.
  'POST /account/notices': () => ({ marks: 'sometimes' }),
  'POST /courses/:course/units/:unit/self-check/counting': () => ({ version: String(LONG_AGO) }),
  'POST /courses/:course/grading/open': ({ submission }) => ({ submission }),
  'POST /courses/:course/grading/next': ({ stageId }) => ({ stage: stageId }),
  'POST /courses/:course/grading/:assessment': () => ({ version: String(LONG_AGO) }),
  'PUT /courses/:course/grading/:assessment': () => ({ version: LONG_AGO, content: JUDGED }),
  'POST /courses/:course/grading/:assessment/finish': () => ({ version: String(LONG_AGO) }),
  'PUT /courses/:course/units/:unit/bookmark': () => ({ slide: 2, language: 'fr', isEnd: false, agoMs: 0 }),
  'PUT /courses/:course/assignments/:assignment/workspace/sections/:section/rows/:row/fields/:field': () => ({
    version: LONG_AGO,
    state: 'value',
    value: 'Un autre nom',
  }),
  'PUT /courses/:course/assignments/:assignment/workspace/presence': () => ({ row: null, field: null, since: 0 }),
  'POST /courses/:course/assignments/:assignment/workspace/history/:row/:field': () => ({
    version: '1',
    seen: String(LONG_AGO),
  }),
  'PUT /courses/:course/assignments/:assignment/stages/:stage/draft': () => ({
    version: LONG_AGO,
    texts: { decision: 'Oui ou non ?' },
    base: { decision: 'Ce qui n’a jamais été là.' },
  }),
};

export const VERDICTS = ['ok', 'go', 'in', '.', '401', '403', '409', '422'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Line {
  readonly verb: string;
  readonly path: string;
  /** Parts of the address that are others than the usual. */
  readonly parts: Readonly<Record<string, string>>;
  readonly states: readonly State[];
  readonly isBlind: boolean;
  readonly verdicts: ReadonlyMap<Role, Verdict>;
}

export const LINES: readonly Line[] = withoutOverlap(
  TABLE.split('\n')
    .filter((line) => /^(GET|POST|PUT) /.test(line))
    .map(readLine),
);

function readLine(text: string): Line & { readonly only: State | undefined } {
  const words = text.trim().split(/\s+/);
  const cells = words.splice(-ROLES.length) as Verdict[];
  const [verb, path, ...more] = words as [string, string, ...string[]];
  if (more.length > 1 || cells.some((cell) => !VERDICTS.includes(cell))) throw new Error(`This line of the table cannot be read: ${text}`);
  const only = STATES.find((state) => more[0] === `@${state.replace(' ', '-')}`);
  const [name, value] = more[0]?.split('=') ?? [];
  return {
    verb,
    path,
    parts: name && value ? { [name]: value } : {},
    states: only ? [only] : STATES,
    only,
    isBlind: more[0] === 'blind',
    verdicts: new Map(ROLES.map((role, index) => [role, cells[index]!])),
  };
}

/** A line for one state takes it away from the line of all states. */
function withoutOverlap(lines: readonly ReturnType<typeof readLine>[]): Line[] {
  const taken = (line: Line) =>
    lines.filter((one) => one.only && one.verb === line.verb && one.path === line.path).map(({ only }) => only!);
  return lines.map((line) => (line.only ? line : { ...line, states: line.states.filter((state) => !taken(line).includes(state)) }));
}
