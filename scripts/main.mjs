// Whether a script was started by its name, or is imported by another.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const isMain = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
