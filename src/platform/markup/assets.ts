import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../config/root.js';

let built: Readonly<Record<string, string>> | undefined;

/**
 * The address of a file the browser build made: `asset('app.css')` is `/assets/app-3KB6SZA2.css`, which may be kept for ever.
 * Where nothing was built (a view's unit test) the plain name stands in; a name the build does not know is a defect.
 */
export function asset(name: string): string {
  built ??= readManifest();
  const file = built ? built[name] : name;
  if (!file) throw new Error(`The browser build made no “${name}”: run scripts/build-browser.mjs.`);
  return `/assets/${file}`;
}

function readManifest(): Readonly<Record<string, string>> | undefined {
  const manifest = join(ROOT, 'dist/assets/manifest.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>) : undefined;
}
