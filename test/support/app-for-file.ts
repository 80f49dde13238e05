import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../../src/platform/config/env.js';
import { FrontCache } from '../../src/platform/http/front-cache.js';
import { restore, takeSnapshot } from './snapshot.js';
import { type TestApp, startApp } from './test-app.js';
import { type World, worldOf } from './world.js';

export interface TestAppForFile extends Omit<TestApp, 'stop'> {
  readonly world: World;
}

interface Given {
  /** Settings that differ from the usual ones, asked for when the application starts. */
  readonly env?: () => Partial<Env>;
  /** Makes, once, what every test finds. Browsers are opened by each test: they keep cookies. */
  readonly setUp?: (app: TestAppForFile) => Promise<unknown>;
}

/** A set-up may load a whole class. */
const SET_UP_TIMEOUT_MS = 60_000;

/**
 * One application for all tests of a file, each of which finds it as the set-up left it: tables, sequences, sessions, files and what is
 * kept in memory. To be called in the outermost `describe`, before other hooks; its parts are there once the tests run.
 */
export function appForFile({ env, setUp }: Given = {}): TestAppForFile {
  let started: TestApp | undefined;
  let made: World | undefined;
  let goBack: (() => Promise<void>) | undefined;
  const world = forwarding(() => made!);
  const app = forwarding<TestAppForFile>(() => ({ ...started!, world }));
  beforeAll(async () => {
    started = await startApp(env?.());
    made = worldOf(started);
    await setUp?.(app);
    goBack = await remember(started, made);
  }, SET_UP_TIMEOUT_MS);
  beforeEach(() => goBack!());
  afterAll(() => started?.stop());
  return app;
}

/** What stands for an object that is not there yet. */
const forwarding = <T extends object>(to: () => T): T => new Proxy({} as T, { get: (_, name) => Reflect.get(to(), name) as unknown });

/** Remembers what the application holds; called, the answer brings it back to that. */
async function remember({ nest, database, env }: TestApp, world: World): Promise<() => Promise<void>> {
  const [snapshot, forget] = [await takeSnapshot(database, 'come back'), world.remember()];
  const kept = new Set(filesIn(env.DATA_DIR));
  return async () => {
    forget();
    nest.get(FrontCache).forget('');
    for (const file of filesIn(env.DATA_DIR)) if (!kept.has(file)) rmSync(file);
    await restore(database, snapshot);
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
