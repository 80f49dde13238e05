import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Everything that must not happen in anybody's browser, gathered from all of them. */
export interface Watch {
  readonly found: string[];
  /** A browser of somebody's own: nobody is signed in there. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

declare global {
  interface Window {
    /** Where a page reports what its policy stopped. */
    attraitViolation?: (what: string) => void;
  }
}

/** Opens browsers as people have them, and notes errors, violations of the pages' own policy, failed files and requests to anybody else. */
export function watching(chromium: Browser, home: string): Watch {
  const found: string[] = [];
  const { host } = new URL(home);

  async function watch(context: BrowserContext): Promise<void> {
    await context.exposeFunction('attraitViolation', (what: string) => void found.push(`policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
        window.attraitViolation?.(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
      );
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) found.push(`another host was asked: ${request.url()}`);
    });
    context.on('response', (answer) => {
      if (answer.status() >= 400) found.push(`${answer.status()}: ${answer.request().method()} ${answer.url()}`);
    });
    context.on('weberror', (error) => void found.push(`script: ${error.error().message}`));
    context.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') found.push(`console: ${line.text()}`);
    });
  }

  return {
    found,
    open: async (options = {}) => {
      const context = await chromium.newContext({ baseURL: home, timezoneId: 'America/Toronto', ...options });
      context.setDefaultTimeout(15_000);
      await watch(context);
      return context.newPage();
    },
  };
}
