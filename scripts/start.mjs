// npm start: from a fresh clone to a running platform.
import { runBuilt } from './run-built.mjs';

await runBuilt('main.js');
