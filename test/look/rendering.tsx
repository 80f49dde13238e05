import * as cheerio from 'cheerio';
import type { ComponentChildren } from 'preact';
import { documentOf } from '../../src/platform/markup/document.js';
import { ADMIN_ENTRY } from '../../src/admin/navigation.js';
import { SETTINGS_ENTRY } from '../../src/course-settings/settings/navigation.js';
import { CALENDAR_ENTRY } from '../../src/exchange/calendar/navigation.js';
import { GRADEBOOK_ENTRIES } from '../../src/gradebook/navigation.js';
import { GRADING_ENTRY } from '../../src/grading/navigation.js';
import { HOME_ENTRIES, SYLLABUS_ENTRY } from '../../src/home/navigation.js';
import { NavigationEntries } from '../../src/platform/http/navigation-entries.js';
import type { Frame } from '../../src/platform/markup/frame.js';
import { SEARCH_ENTRY } from '../../src/search/navigation.js';
import { PROJECT_ENTRY } from '../../src/submissions/navigation.js';

export const aFrame = (given: Partial<Frame> = {}): Frame => ({
  lang: 'fr',
  path: '/',
  formToken: 'a-form-token',
  person: null,
  course: null,
  demonstration: false,
  ...given,
});

export const aPerson = { key: 'Zk3vT1', name: 'Inès Belhadj', initials: 'IB', isAdmin: false, hasShortcuts: true };
export const aCourse = { slug: 'demo', title: 'Marketing entrepreneurial web', role: 'student' } as const;

/** What the rooms declare, in an order that is not the one on the page. */
const navigation = new NavigationEntries();
navigation.addToBar(ADMIN_ENTRY, SETTINGS_ENTRY, ...GRADEBOOK_ENTRIES, GRADING_ENTRY, CALENDAR_ENTRY, PROJECT_ENTRY, ...HOME_ENTRIES);
navigation.addToFoot(SYLLABUS_ENTRY);
navigation.offerSearch(SEARCH_ENTRY);

/** Renders as the server does and reads the result as a browser would. */
export const rendered = (markup: ComponentChildren, given: Partial<Frame> = {}): cheerio.CheerioAPI => {
  const frame = aFrame(given);
  return cheerio.load(documentOf(<>{markup}</>, frame, navigation.navigationOf(frame)));
};
