export { AdminModule } from './admin.module.js';
export { runCommand } from './commands/run-command.js';
export { giveUp, goOnOrGiveUp } from './server/log.js';
export { runServer } from './server/run-server.js';
