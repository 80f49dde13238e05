import { runCommand } from './admin/index.js';
import { createApp } from './app.js';
import { withEnvFile } from './platform/config/env-file.js';

const { out, err, status } = await runCommand(process.argv.slice(2), createApp, withEnvFile(process.env));
if (out) console.log(out);
if (err) console.error(err);
process.exitCode = status;
