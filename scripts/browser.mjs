// Finds a Chromium for the browser stories, and installs one where there is none. It starts nothing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isMain } from './main.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome'];
const PROGRAMS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
const PLACES = {
  linux: ['/snap/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: PROGRAMS.flatMap((folder) =>
    ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) => join(folder, name, 'Application')),
  ).flatMap((folder) => ['chrome.exe', 'msedge.exe'].map((name) => join(folder, name))),
};
const PLAYWRIGHT = {
  linux: join(homedir(), '.cache/ms-playwright'),
  darwin: join(homedir(), 'Library/Caches/ms-playwright'),
  win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
};
const NONE = 'There is no Chromium on this machine, and none could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.';
const IN_PLAYWRIGHT = /[\\/](chrome|Chromium|headless_shell|chrome-headless-shell|Google Chrome for Testing|chrome\.exe)$/;

/** The path of a Chromium that starts; undefined where there is none. */
export function findBrowser(given = process.env.CHROMIUM_PATH) {
  if (given) {
    if (!starts(given)) throw new Error(`CHROMIUM_PATH is ${given}, which does not start.`);
    return given;
  }
  return [...onPath(), ...(PLACES[process.platform] ?? []), ...inPlaywright()].find((path) => isProgram(path) && starts(path));
}

/** What a test run needs in its environment to find the browser, installed first where the machine has none. */
export async function browserEnvironment() {
  const found = findBrowser() ?? installWithApt();
  if (found) return { CHROMIUM_PATH: found };
  return unpackFromNpm();
}

const onPath = () => (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));

function inPlaywright() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? PLAYWRIGHT[process.platform] ?? '';
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => /chromium/.test(path) && IN_PLAYWRIGHT.test(path));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian has left wrappers behind that only say where the real one would be. On Windows asking for the version opens a window. */
const starts = (path) => process.platform === 'win32' || spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;

function installWithApt() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (process.platform !== 'linux' || !says([...sudo, 'apt-get', '--version'])) return undefined;
  console.error('Installing Chromium for the browser stories (apt-get)…');
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120'];
  says([...apt, 'update']);
  // Without a font of any kind every letter is an empty box of the wrong width.
  says([...apt, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  return findBrowser();
}

const says = ([program, ...words]) => spawnSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** The last resort: a build that brings the libraries a bare machine lacks, if it is told that it runs on one. */
async function unpackFromNpm() {
  if (process.platform !== 'linux') throw new Error(NONE);
  console.error('Unpacking Chromium for the browser stories (@sparticuz/chromium)…');
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  if (!starts(path)) throw new Error(NONE);
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  return { CHROMIUM_PATH: path, LD_LIBRARY_PATH, FONTCONFIG_PATH };
}

// `--find [PATH]` says which one there is, and installs none: what the running server asks.
if (isMain(import.meta.url)) {
  try {
    const found = process.argv[2] === '--find' ? [findBrowser(process.argv[3])] : Object.values(await browserEnvironment());
    console.log(found.join('\n'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
