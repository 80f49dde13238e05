import type { Role, State } from './access-fixture.js';

/** A page as somebody sees it, in a state of the team's work. */
export interface ShownPage {
  /** As its route is written. */
  readonly path: string;
  readonly role: Role;
  readonly state: State;
  readonly query?: string;
}

const page = (path: string, role: Role, more: Partial<ShownPage> = {}): ShownPage => ({ path, role, state: 'posted', ...more });
const STAGE = '/courses/:course/assignments/:assignment/stages/:stage';

/** Every page there is, as each kind of reader sees it, full and empty. */
export const SHOWN_PAGES: readonly ShownPage[] = [
  page('/', 'stranger'),
  page('/programme', 'member'),
  page('/syllabus', 'stranger'),
  page('/sign-in', 'stranger'),
  page('/no-such-page', 'stranger'),
  page('/account', 'member', { query: 'done=preferences' }),
  page('/unsubscribe/:kind/:person/:signature', 'stranger'),
  page('/admin', 'admin'),
  page('/admin/mail', 'admin'),
  page('/admin/decks', 'admin'),
  page('/slides/:lang/:unit', 'stranger'),
  page('/slides/:lang/:unit', 'stranger', { query: 'view=scroll' }),
  page('/slides/:lang/:unit/transcript', 'stranger'),
  page('/courses/:course', 'member'),
  page('/courses/:course', 'member', { state: 'nothing' }),
  page('/courses/:course', 'assistant', { state: 'graded' }),
  page('/courses/:course', 'former assistant'),
  page('/courses/:course', 'lecturer'),
  page('/courses/:course/units/:unit', 'member'),
  page('/courses/:course/units/:unit', 'lecturer'),
  page('/courses/:course/units/:unit', 'lecturer', { query: 'as=student' }),
  page('/courses/:course', 'lecturer', { query: 'as=student' }),
  page('/courses/:course/units/:unit/workshop', 'member'),
  page('/courses/:course/glossary', 'member'),
  page('/courses/:course/glossary', 'lecturer', { query: 'find=aucun+terme' }),
  page('/courses/:course/units/:unit/results', 'lecturer'),
  page('/courses/:course/units/:unit/results', 'former assistant'),
  page('/courses/:course/search', 'member'),
  page('/courses/:course/search', 'member', { query: 'q=web' }),
  page('/courses/:course/search', 'lecturer', { query: 'q=web&kind=slide&in=en' }),
  page('/courses/:course/search', 'lecturer', { query: 'q=introuvablemot' }),
  page('/courses/:course/decks', 'assistant'),
  page('/courses/:course/present/:lang/:unit', 'lecturer'),
  page('/courses/:course/calendar', 'member'),
  page('/courses/:course/calendar', 'lecturer'),
  page('/courses/:course/announcements', 'member', { query: 'done=made' }),
  page('/courses/:course/announcements', 'elsewhere'),
  page('/courses/:course/announcements', 'lecturer'),
  page('/courses/:course/announcements/new', 'lecturer'),
  page('/courses/:course/announcements/:announcement', 'member'),
  page('/courses/:course/announcements/:announcement', 'lecturer', { query: 'done=written' }),
  page('/courses/:course/announcements/:announcement/edit', 'lecturer'),
  page('/courses/:course/teams', 'member', { state: 'nothing' }),
  page('/courses/:course/teams', 'lecturer'),
  page('/courses/:course/assignments/:assignment', 'member'),
  page('/courses/:course/assignments/:assignment', 'assistant'),
  page(STAGE, 'member', { state: 'nothing' }),
  page(STAGE, 'member', { state: 'draft', query: 'done=saved' }),
  page(STAGE, 'member'),
  page('/courses/:course/submissions/:submission', 'member', { state: 'handed in', query: 'done=handed-in' }),
  page('/courses/:course/submissions/:submission', 'member'),
  page('/courses/:course/submissions/:submission', 'assistant'),
  page('/courses/:course/grading', 'assistant', { query: 'show=all' }),
  page('/courses/:course/grading', 'former assistant'),
  page('/courses/:course/grading', 'lecturer', { state: 'graded', query: 'show=all' }),
  page('/courses/:course/grading/:assessment', 'assistant', { state: 'graded' }),
  page('/courses/:course/grading/stages/:stage/post', 'lecturer', { state: 'graded' }),
  page('/courses/:course/grading/stages/:stage/unpost', 'lecturer'),
  page('/courses/:course/settings', 'lecturer'),
  page('/courses/:course/settings/calendar', 'lecturer', {
    query: 'first_day=2027-01-12&from=18:30&to=21:30&zone=America/Toronto&units=on',
  }),
  page('/courses/:course/settings/classes/:week', 'lecturer'),
  page('/courses/:course/settings/assignments/:assignment/stages/:stage', 'lecturer'),
  page('/courses/:course/settings/units', 'lecturer'),
  page('/courses/:course/settings/copy', 'lecturer'),
  page('/courses/:course/settings/copy', 'lecturer', { query: 'slug=next&first_day=2027-01-12&title_fr=Cours&title_en=Course' }),
  page('/courses/:course/gradebook', 'lecturer'),
  page('/courses/:course/marks', 'member'),
  page('/courses/:course/marks', 'member', { state: 'nothing' }),
];

/** Where forms are posted to: opened by themselves, they lead to the page the form stands on. */
const FORM_ADDRESSES: readonly string[] = [
  '/courses/:course/calendar/address',
  '/courses/:course/calendar/address/removal',
  '/account/preferences',
  '/account/notices',
  '/account/password',
  '/courses/:course/announcements/preview',
  '/courses/:course/announcements/reading',
  '/courses/:course/announcements/address',
  '/courses/:course/announcements/address/revocation',
  '/courses/:course/announcements/:announcement/preview',
  '/courses/:course/announcements/:announcement/withdrawal',
  '/courses/:course/units/:unit/release',
  '/courses/:course/units/:unit/items/:item/opened',
  '/courses/:course/units/:unit/items/:item/done',
  '/courses/:course/units/:unit/items/:item/undone',
  '/courses/:course/units/:unit/self-check',
  '/courses/:course/units/:unit/self-check/counting',
  '/courses/:course/teams/:team/members',
  '/courses/:course/teams/:team/leave',
  `${STAGE}/draft`,
  `${STAGE}/submissions`,
  `${STAGE}/files/:file/removal`,
  '/courses/:course/grading/:assessment/finish',
];

/** What answers GET and is no page. */
export const NO_PAGES: readonly string[] = [
  '/health/live',
  '/health/ready',
  '/slides/images/:unit/:name',
  '/slides/:lang/:unit.md',
  '/slides/:lang/:unit.pdf',
  '/courses/:course/units/:unit/bookmark',
  `${STAGE}/files/:file`,
  '/courses/:course/submissions/:submission/files/:file',
  '/courses/:course/gradebook.csv',
  '/courses/:course/announcements.atom',
  '/courses/:course/calendar.ics',
  ...FORM_ADDRESSES,
];
