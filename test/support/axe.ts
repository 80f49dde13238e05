import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  /** What alone can differ once all rules were asked of the same page in the other scheme. */
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What axe-core finds wrong on the page as it stands, one line a place.
 * Frames are pages of their own, looked at by themselves. The context must be opened with `bypassCSP`: no page of ours runs a script that is not a file of ours.
 */
export async function violationsOn(page: Page, rules: keyof typeof RULES = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> } };
    // Axe holds back what it calls experimental. Who speaks to the machine says what is written on a control.
    const extra = runOnly.type === 'tag' ? { 'label-content-name-mismatch': { enabled: true } } : {};
    return (await axe.run(document, { runOnly, rules: extra, resultTypes: ['violations'], iframes: false })).violations;
  }, RULES[rules]);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}, at ${target.join(' ')}${colours(failureSummary)}`),
  );
}

/** The figures of a contrast that is too low; other summaries only repeat the rule. */
const colours = (summary = ''): string => /contrast of [^\n]*/.exec(summary)?.[0].replace(/^/, ' (').replace(/$/, ')') ?? '';

/** Everything that makes the page wider than the window, the outermost first; nothing when it does not scroll sideways. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width} px`,
      );
  });
