import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ROOT } from './root.js';

/** The environment, filled up from the project's `.env` where there is one. What the environment itself says holds. */
export function withEnvFile(environment: NodeJS.ProcessEnv, file = join(ROOT, '.env')): NodeJS.ProcessEnv {
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...environment } : environment;
}
