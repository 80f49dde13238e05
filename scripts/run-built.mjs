// Runs a built program in this very process, so that signals and the exit status are its own.
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ROOT } from './build.mjs';

export async function runBuilt(program) {
  try {
    await ensureBuilt();
  } catch (problem) {
    console.error(problem.message);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  // Node 22 and newer keep what they compiled; 20 does not know how.
  module.enableCompileCache?.(join(ROOT, 'node_modules/.cache/attrait/compiled'));
  await import(pathToFileURL(join(ROOT, 'dist/server', program)).href);
}
