const COURSE = '/courses/demo';
const ASSIGNMENT = `${COURSE}/assignments/competitive-analysis`;

/** In pixels: a phone, a desktop. */
export const WIDTHS = [390, 1440] as const;
export const SCHEMES = ['light', 'dark'] as const;
/** Where grounds and shadows are the system’s: a few pages are taken so as well, in one language and wide. */
export const FORCED = { scheme: 'forced', lang: 'fr', width: 1440 } as const;

export interface PicturedPage {
  /** An account of the demonstration; null is nobody. */
  readonly who: string | null;
  /** What its pictures are called. */
  readonly name: string;
  readonly path: string;
  /** Something to press once the page is there: what a form leads to has no address that is known before. */
  readonly press?: string;
  /** A page that fills the window and scrolls inside is taken as the window shows it. */
  readonly part?: 'window';
  /** Taken in forced colours too: it says something by a ground, a border or a bar. */
  readonly forced?: true;
  /** What says something of the machine it runs on. */
  readonly varies?: string;
}

/** The main pages of every role, in the demonstration class. */
export const PICTURED_PAGES: readonly PicturedPage[] = [
  { who: null, name: 'programme', path: '/' },
  { who: null, name: 'syllabus', path: '/syllabus' },
  { who: null, name: 'sign-in', path: '/sign-in' },
  { who: null, name: 'deck', path: '/slides/:lang/competitive-analysis', part: 'window' },
  { who: null, name: 'transcript', path: '/slides/:lang/competitive-analysis/transcript' },
  { who: 'student1', name: 'home-student', path: COURSE, forced: true },
  { who: 'student1', name: 'unit', path: `${COURSE}/units/competitive-analysis` },
  { who: 'student1', name: 'workshop', path: `${COURSE}/units/competitive-analysis/workshop` },
  { who: 'student1', name: 'glossary', path: `${COURSE}/glossary?unit=web-pr` },
  { who: 'student1', name: 'assignment', path: ASSIGNMENT },
  { who: 'student1', name: 'stage', path: `${ASSIGNMENT}/stages/grid` },
  { who: 'student1', name: 'worksheet', path: `${ASSIGNMENT}/workspace` },
  { who: 'student1', name: 'worksheet-form', path: `${ASSIGNMENT}/workspace/sections/project`, varies: '.given dd' },
  { who: 'student1', name: 'worksheet-columns', path: `${ASSIGNMENT}/workspace/sections/website` },
  { who: 'student1', name: 'worksheet-lines', path: `${ASSIGNMENT}/workspace/sections/profiles` },
  { who: 'student1', name: 'worksheet-history', path: `${ASSIGNMENT}/workspace/history` },
  { who: 'student1', name: 'calendar', path: `${COURSE}/calendar`, forced: true },
  { who: 'student1', name: 'search', path: `${COURSE}/search?q=analyse+concurrentielle`, forced: true },
  { who: 'student1', name: 'teams', path: `${COURSE}/teams` },
  { who: 'student1', name: 'marks', path: `${COURSE}/marks` },
  { who: 'student1', name: 'result', path: `${COURSE}/marks`, press: 'main table a' },
  { who: 'student1', name: 'announcements', path: `${COURSE}/announcements` },
  { who: 'student1', name: 'announcement', path: `${COURSE}/announcements`, press: '.announcements a' },
  { who: 'student1', name: 'account', path: '/account' },
  { who: 'student21', name: 'hand-in', path: `${ASSIGNMENT}/stages/grid` },
  { who: 'assistant1', name: 'home-assistant', path: COURSE },
  { who: 'assistant1', name: 'queue', path: `${COURSE}/grading?stage=grid`, forced: true },
  { who: 'assistant1', name: 'grading', path: `${COURSE}/grading?stage=proposal&show=all`, press: 'table form button', part: 'window' },
  { who: 'assistant1', name: 'worksheets', path: `${ASSIGNMENT}/workspaces` },
  { who: 'lecturer', name: 'unit-results', path: `${COURSE}/units/web-writing/results` },
  { who: 'lecturer', name: 'home-lecturer', path: COURSE },
  { who: 'lecturer', name: 'presenter', path: `${COURSE}/present/:lang/competitive-analysis`, part: 'window' },
  { who: 'lecturer', name: 'compared', path: `${COURSE}/decks` },
  { who: 'lecturer', name: 'unit-lecturer', path: `${COURSE}/units/niche-strategy` },
  { who: 'lecturer', name: 'posting', path: `${COURSE}/grading?stage=grid`, press: 'main a[href$="/post"]' },
  { who: 'lecturer', name: 'announcements-lecturer', path: `${COURSE}/announcements` },
  { who: 'lecturer', name: 'announcing', path: `${COURSE}/announcements/new` },
  { who: 'lecturer', name: 'settings', path: `${COURSE}/settings` },
  { who: 'lecturer', name: 'home-as-student', path: `${COURSE}?as=student` },
  {
    who: 'lecturer',
    name: 'settings-copy',
    path: `${COURSE}/settings/copy?slug=hiver-2027&first_day=2027-01-15&title_fr=Marketing&title_en=Marketing`,
  },
  { who: 'lecturer', name: 'settings-units', path: `${COURSE}/settings/units` },
  { who: 'lecturer', name: 'settings-class', path: `${COURSE}/settings/classes/7` },
  { who: 'lecturer', name: 'gradebook', path: `${COURSE}/gradebook` },
  { who: 'admin', name: 'admin', path: '/admin', varies: 'main section:last-of-type dd' },
  { who: 'admin', name: 'mail', path: '/admin/mail' },
  { who: 'admin', name: 'decks', path: '/admin/decks' },
];
