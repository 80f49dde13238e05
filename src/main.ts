import { giveUp, goOnOrGiveUp, runServer } from './admin/index.js';
import { withEnvFile } from './platform/config/env-file.js';

process.on('unhandledRejection', goOnOrGiveUp);
process.on('uncaughtException', giveUp);
// What a start needs last is read last: decks are answered before.
await runServer(() => import('./app.js'), withEnvFile(process.env)).catch(giveUp);
