import { giveUp, goOnOrGiveUp, runServer } from './admin/index.js';
import { createApp } from './app.js';
import { withEnvFile } from './platform/config/env-file.js';

process.on('unhandledRejection', goOnOrGiveUp);
process.on('uncaughtException', giveUp);
await runServer(createApp, withEnvFile(process.env)).catch(giveUp);
