import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { ownerOf, type ClusterPaths, writeSettings } from './cluster.js';
import { runCommand } from './command.js';
import { findPostmaster } from './postmaster.js';
import { EmbeddedPostgresProblem, explain } from './problem.js';

/** Loopback only, by a port of the moment, and nothing that a small machine pays for without need. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  jit: 'off',
};

/** What passes by itself: a port somebody else was quicker to take, or processes of a killed server that are still going down. */
const PASSING = /could not bind|could not create any TCP|pre-existing shared memory/i;
const ATTEMPTS = 20;
const PAUSE_MS = 300;

/** Started on that port, or on one that is free. */
export async function startServer(paths: ClusterPaths, settings: Record<string, string>, port?: number): Promise<void> {
  const { pgCtl } = await findBinaries();
  const account = await ownerOf(paths, pgCtl);
  for (let attempt = 1; ; attempt += 1) {
    await writeSettings(paths, { ...SETTINGS, ...settings, port: String(port ?? (await freePort())) });
    const before = await logOf(paths);
    const started = await runCommand(pgCtl, ['start', '-w', '-t', '240', '-D', paths.data, '-l', paths.log], { account });
    if (started.succeeded) return;
    const said = (await logOf(paths)).slice(before.length);
    if (attempt === ATTEMPTS || !PASSING.test(said)) {
      throw explain('The database could not be started', `${started.output}\n${said}`, account, [paths.data, pgCtl]);
    }
    await wait(PAUSE_MS);
  }
}

const logOf = (paths: ClusterPaths): Promise<string> => readFile(paths.log, 'utf8').catch(() => '');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Ends the server and waits for its last write. One that is gone already is no failure. */
export async function stopServer(paths: ClusterPaths): Promise<void> {
  if (!(await findPostmaster(paths))) return;
  const { pgCtl } = await findBinaries();
  const stopped = await runCommand(pgCtl, ['stop', '-m', 'fast', '-w', '-t', '60', '-D', paths.data], {
    account: await ownerOf(paths, pgCtl),
  });
  if (!stopped.succeeded && (await findPostmaster(paths)))
    throw new EmbeddedPostgresProblem(`The database could not be stopped:\n${stopped.output.trim()}`);
}
