import * as cheerio from 'cheerio';
import type { ComponentChildren } from 'preact';
import { documentOf } from '../../src/platform/markup/document.js';
import type { Frame } from '../../src/platform/markup/frame.js';

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

/** Renders as the server does and reads the result as a browser would. */
export const rendered = (markup: ComponentChildren, frame: Partial<Frame> = {}): cheerio.CheerioAPI =>
  cheerio.load(documentOf(<>{markup}</>, aFrame(frame)));
