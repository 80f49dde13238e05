import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV } from '../../../platform/config/config.module.js';
import type { Env } from '../../../platform/config/env.js';
import { ROOT } from '../../../platform/config/root.js';

/** Somebody may install one while the server runs: it is looked for again, but not at each page. */
const LOOKED_ENOUGH_MS = 5 * 60 * 1000;

/**
 * The Chromium of this machine, found as the tests find theirs. A script of its own looks for it: starting each candidate
 * to see whether it runs would hold up everybody who waits for a page.
 */
@Injectable()
export class Chromium {
  private found: Promise<string | null> | undefined;
  private lookedAt = 0;

  constructor(@Inject(ENV) private readonly env: Env) {}

  /** The path of one that starts, or null where there is none. */
  async find(): Promise<string | null> {
    if (!this.found || ((await this.found) === null && Date.now() - this.lookedAt > LOOKED_ENOUGH_MS)) {
      this.lookedAt = Date.now();
      this.found = this.look();
    }
    return this.found;
  }

  private async look(): Promise<string | null> {
    const given = this.env.CHROMIUM_PATH ? [this.env.CHROMIUM_PATH] : [];
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/browser.mjs'), '--find', ...given]);
      return stdout.trim() || null;
    } catch (error) {
      new Logger('Chromium').warn(((error as { stderr?: string }).stderr ?? String(error)).trim().slice(-300));
      return null;
    }
  }
}
