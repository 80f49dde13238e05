import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium of one's own, to be closed by whoever opened it. `npm test` finds or installs it first. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium: run "node scripts/browser.mjs" once, or name one in CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
