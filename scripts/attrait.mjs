// npm run attrait -- <command>: administration.
import { runBuilt } from './run-built.mjs';

await runBuilt('cli.js');
