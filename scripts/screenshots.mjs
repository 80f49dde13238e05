// npm run screenshots [-- FOLDER]: pictures of the main pages of a fresh demonstration, narrow and wide, light and dark, to be
// looked at beside the designs; and the two that the README shows, into docs/. Without a folder they go to .data/screenshots.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { browserEnvironment } from './browser.mjs';
import { ensureBuilt, ROOT } from './build.mjs';

const PASSWORD = 'attrait-demonstration';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'];
const COURSE = '/courses/demo';
const ASSIGNMENT = `${COURSE}/assignments/competitive-analysis`;
const WIDTHS = [390, 1440];
const SCHEMES = ['light', 'dark'];
/** `open` is a button to press once the page is there: what a form leads to has no address that is known before. */
const PAGES = [
  { who: null, name: 'programme', path: '/' },
  { who: null, name: 'syllabus', path: '/syllabus' },
  { who: null, name: 'sign-in', path: '/sign-in' },
  { who: null, name: 'deck', path: '/slides/fr/competitive-analysis' },
  { who: null, name: 'transcript', path: '/slides/fr/competitive-analysis/transcript' },
  { who: 'student1', name: 'home-student', path: COURSE },
  { who: 'student1', name: 'unit', path: `${COURSE}/units/competitive-analysis` },
  { who: 'student1', name: 'workshop', path: `${COURSE}/units/competitive-analysis/workshop` },
  { who: 'student1', name: 'glossary', path: `${COURSE}/glossary?unit=web-pr` },
  { who: 'student1', name: 'assignment', path: ASSIGNMENT },
  { who: 'student1', name: 'stage', path: `${ASSIGNMENT}/stages/grid` },
  { who: 'student1', name: 'calendar', path: `${COURSE}/calendar` },
  { who: 'student1', name: 'search', path: `${COURSE}/search?q=analyse+concurrentielle` },
  { who: 'student1', name: 'teams', path: `${COURSE}/teams` },
  { who: 'student1', name: 'marks', path: `${COURSE}/marks` },
  { who: 'student1', name: 'result', path: `${COURSE}/marks`, open: 'main table a' },
  { who: 'student1', name: 'announcements', path: `${COURSE}/announcements` },
  { who: 'student1', name: 'announcement', path: `${COURSE}/announcements`, open: '.announcements a' },
  { who: 'student1', name: 'account', path: '/account' },
  { who: 'assistant1', name: 'home-assistant', path: COURSE },
  { who: 'assistant1', name: 'queue', path: `${COURSE}/grading?stage=grid` },
  { who: 'assistant1', name: 'grading', path: `${COURSE}/grading?stage=proposal&show=all`, open: 'table form button', part: 'window' },
  { who: 'lecturer', name: 'unit-results', path: `${COURSE}/units/web-writing/results` },
  { who: 'lecturer', name: 'home-lecturer', path: COURSE },
  { who: 'lecturer', name: 'presenter', path: `${COURSE}/present/fr/competitive-analysis`, part: 'window' },
  { who: 'lecturer', name: 'compared', path: `${COURSE}/decks` },
  { who: 'lecturer', name: 'unit-lecturer', path: `${COURSE}/units/niche-strategy` },
  { who: 'lecturer', name: 'posting', path: `${COURSE}/grading?stage=grid`, open: 'main a[href$="/post"]' },
  { who: 'lecturer', name: 'announcements-lecturer', path: `${COURSE}/announcements` },
  { who: 'lecturer', name: 'announcing', path: `${COURSE}/announcements/new` },
  { who: 'lecturer', name: 'settings', path: `${COURSE}/settings` },
  { who: 'lecturer', name: 'home-as-student', path: `${COURSE}?as=student` },
  {
    who: 'lecturer',
    name: 'settings-copy',
    path: `${COURSE}/settings/copy?slug=hiver-2027&first_day=2027-01-15&title_fr=Marketing&title_en=Marketing`,
  },
  { who: 'lecturer', name: 'settings-units', path: `${COURSE}/settings/units` },
  { who: 'lecturer', name: 'settings-class', path: `${COURSE}/settings/classes/7` },
  { who: 'lecturer', name: 'gradebook', path: `${COURSE}/gradebook` },
  { who: 'admin', name: 'admin', path: '/admin' },
  { who: 'admin', name: 'mail', path: '/admin/mail' },
  { who: 'admin', name: 'decks', path: '/admin/decks' },
];
const IN_README = ['programme', 'grading'];

const folder = resolve(process.argv[2] ?? join(ROOT, '.data/screenshots'));
await ensureBuilt();
const platform = await startDemonstration();
const environment = await browserEnvironment();
const browser = await chromium.launch({
  executablePath: environment.CHROMIUM_PATH,
  env: { ...process.env, ...environment },
  args: ARGUMENTS,
});
try {
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  for (const lang of ['fr', 'en']) for (const scheme of SCHEMES) for (const width of WIDTHS) await takeAll({ lang, scheme, width });
} finally {
  await browser.close();
  await platform.stop();
}
console.log(folder);

/** English is taken once, wide and light: its pages are the same ones with other words. */
async function takeAll({ lang, scheme, width }) {
  if (lang === 'en' && (scheme === 'dark' || width !== 1440)) return;
  for (const who of new Set(PAGES.map((page) => page.who))) {
    const locale = lang === 'fr' ? 'fr-CA' : 'en-CA';
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale });
    const tab = await context.newPage();
    if (who) await signIn(tab, who, lang);
    for (const page of PAGES.filter((one) => one.who === who)) await take(tab, page, { lang, scheme, width });
    await context.close();
  }
}

async function take(tab, { name, path, open, part }, { lang, scheme, width }) {
  await tab.goto(platform.url + path);
  if (open) {
    await tab.locator(open).first().click();
    await tab.waitForLoadState('networkidle');
  }
  await wait(300);
  await tab.screenshot({ path: join(folder, `${name}.${lang}.${scheme}.${width}.png`), fullPage: part !== 'window' });
  const isShown = IN_README.includes(name) && lang === 'fr' && scheme === 'light' && width === 1440;
  if (isShown) await tab.screenshot({ path: join(ROOT, `docs/${name}.png`) });
}

async function signIn(tab, who, lang) {
  await tab.goto(`${platform.url}/sign-in`);
  await tab.fill('input[name=email]', `${who}@attrait.example`);
  await tab.fill('input[name=password]', PASSWORD);
  await Promise.all([tab.waitForURL((url) => url.pathname !== '/sign-in'), tab.locator('form[action="/sign-in"] button').click()]);
  const other = tab.locator(`form[action="/language"] button[lang="${lang}"]`);
  if (await other.count()) await Promise.all([tab.waitForLoadState(), other.click()]);
}

async function startDemonstration() {
  const data = mkdtempSync(join(tmpdir(), 'attrait-screenshots-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DATA_DIR: data, PORT: String(port), DEMO: 'on', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; !(await isReady()); tries += 1) {
    if (tries > 300 || child.exitCode !== null) throw new Error('The demonstration did not start.');
    await wait(200);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await new Promise((done) => child.once('exit', done));
    rmSync(data, { recursive: true, force: true });
  };
  return { url, stop };
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
