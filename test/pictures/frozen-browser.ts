import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { FROZEN_AT } from './frozen-clock.js';

/** Chromium draws letters the same way with these, whatever the machine's own settings of fonts and colours are. */
export const FROZEN_ARGUMENTS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
];

const FACES = [
  ['Pictured Sans', 'normal', 'source-sans-3', 'latin'],
  ['Pictured Sans', 'italic', 'source-sans-3', 'latin'],
  ['Pictured Serif', 'normal', 'source-serif-4', 'latin'],
  ['Pictured Serif', 'italic', 'source-serif-4', 'latin'],
  ['Pictured Mono', 'normal', 'source-code-pro', 'latin'],
  ['Pictured Symbols', 'normal', 'source-sans-3', 'greek'],
] as const;

interface Face {
  readonly family: string;
  readonly style: string;
  /** In base64. */
  readonly data: string;
}

const LONGEST_WAIT_MS = 1_000;
/** A page that comes late is the same page. */
const PATIENCE_MS = 120_000;

const files: Face[] = FACES.map(([family, style, name, letters]) => ({
  family,
  style,
  data: readFileSync(
    createRequire(import.meta.url).resolve(`@fontsource-variable/${name}/files/${name}-${letters}-wght-${style}.woff2`),
  ).toString('base64'),
}));

const STYLES = `
  :root {
    --sans: 'Pictured Sans', 'Pictured Symbols' !important;
    --serif: 'Pictured Serif', 'Pictured Symbols' !important;
    --mono: 'Pictured Mono', 'Pictured Symbols' !important;
  }
  @layer base { code, kbd, samp, pre { font-family: var(--mono); } }
  * { caret-color: transparent !important; animation: none !important; transition: none !important; scroll-behavior: auto !important; }`;

/** A browser in which time stands still, and text is set in faces that come with the project. */
export async function openFrozenContext(chromium: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await chromium.newContext({
    timezoneId: 'America/Toronto',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.clock.setFixedTime(FROZEN_AT);
  await context.addInitScript(dress, { files, styles: STYLES, longest: LONGEST_WAIT_MS });
  return context;
}

/** Runs in each page before its own scripts. Neither a face made from bytes nor an adopted sheet is subject to the page's policy. */
function dress({ files: faces, styles, longest }: { files: Face[]; styles: string; longest: number }): void {
  for (const { family, style, data } of faces) {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const face = new FontFace(family, bytes.buffer, { style, weight: '200 900' });
    document.fonts.add(face);
    void face.load();
  }
  // What a page does after a while of being looked at, or every so often, it does not do while its picture is taken.
  const soon = window.setTimeout.bind(window);
  window.setTimeout = ((work: TimerHandler, ms = 0, ...rest: unknown[]) =>
    ms < longest ? soon(work, ms, ...rest) : 0) as typeof setTimeout;
  window.setInterval = (() => 0) as unknown as typeof setInterval;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
