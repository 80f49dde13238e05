// Builds what browsers fetch into dist/assets, every file named by its content, with a manifest of which name became
// which: app.css (the look of the pages), slides.css, one script per *.client.ts and *.classic.ts, one per island.
// `--watch` builds again after each change. It knows nothing of the server's own build.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/assets');
const HOUR_MS = 3_600_000;
const isWatching = process.argv.includes('--watch');

const common = {
  absWorkingDir: ROOT,
  outdir: OUT,
  bundle: true,
  minify: true,
  metafile: true,
  target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/assets',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  sourcemap: isWatching ? 'linked' : false,
  logLevel: 'warning',
};

await buildOnce();
if (isWatching) watchSources();

async function buildOnce() {
  const started = performance.now();
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
  const results = await Promise.all([
    build({
      ...common,
      format: 'esm',
      splitting: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      plugins: [islands()],
      entryPoints: modules(sources),
    }),
    build({ ...common, format: 'iife', entryPoints: entries(sources, '.classic.ts') }),
    build({ ...common, plugins: [look(sources)], entryPoints: styles() }),
  ]);
  const outputs = Object.assign({}, ...results.map((result) => result.metafile.outputs));
  writeManifest(outputs);
  sweep(Object.keys(outputs));
  console.log(`assets: ${Object.keys(outputs).length} files in ${Math.round(performance.now() - started)} ms`);
}

function modules(sources) {
  const wrapped = entries(sources, '.island.tsx', (stem) => `${stem}.island`);
  for (const name of Object.keys(wrapped)) wrapped[name] = `island:${wrapped[name]}`;
  return { ...entries(sources, '.client.ts'), ...wrapped };
}

function styles() {
  return { app: 'look:app', icon: 'src/platform/look/icon.svg', slides: 'src/slides/slides.css', deck: 'src/slides/deck.css' };
}

/** Files with that ending, by the name they get. Two of one name would hide each other: refuse. */
function entries(sources, ending, nameOf = (stem) => stem) {
  const found = {};
  for (const path of sources.filter((source) => source.endsWith(ending)).sort()) {
    const name = nameOf(basename(path, ending));
    if (found[name]) throw new Error(`${path} and ${found[name]} would both be called ${name}: rename one.`);
    found[name] = path;
  }
  return found;
}

/** An island's file exports one component; this writes the few lines that wake it up wherever the page holds it. */
function islands() {
  return {
    name: 'islands',
    setup(builder) {
      builder.onResolve({ filter: /^island:/ }, ({ path }) => ({ path: path.slice('island:'.length), namespace: 'island' }));
      builder.onLoad({ filter: /.*/, namespace: 'island' }, ({ path }) => {
        const source = readFileSync(join(ROOT, path), 'utf8');
        const components = [...source.matchAll(/^export (?:function|const) ([A-Z]\w*[a-z]\w*)/gm)].map(([, name]) => name);
        if (components.length !== 1)
          return { errors: [{ text: `${path} exports ${components.length} components; an island's file exports exactly one.` }] };
        return { resolveDir: ROOT, contents: wrapper(components[0], path) };
      });
    },
  };
}

function wrapper(component, path) {
  return `import { ${component} } from './${path}';
    import { hydrateIslands } from './src/platform/browser/hydrate.tsx';
    hydrateIslands('${basename(path, '.island.tsx')}', ${component});`;
}

/** The pages' stylesheet: the platform's own, then each room's, which may overrule it. */
function look(sources) {
  const rooms = sources.filter((path) => /^src\/[^/]+\/look\.css$/.test(path)).sort();
  const contents = ['src/platform/look/app.css', ...rooms].map((path) => `@import './${path}';`).join('\n');
  return {
    name: 'look',
    setup(builder) {
      builder.onResolve({ filter: /^look:/ }, ({ path }) => ({ path, namespace: 'look' }));
      builder.onLoad({ filter: /.*/, namespace: 'look' }, () => ({ resolveDir: ROOT, loader: 'css', contents }));
    },
  };
}

/** Written whole, then renamed: a server that starts meanwhile reads the old one or the new one. */
function writeManifest(outputs) {
  const made = Object.keys(outputs).filter((path) => outputs[path].entryPoint || path.endsWith('.svg'));
  const names = Object.fromEntries(made.map((path) => [basename(path).replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), basename(path)]).sort());
  const target = join(OUT, 'manifest.json');
  const text = `${JSON.stringify(names, null, 2)}\n`;
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}

/** Removes what no build made in the last hour: a page served a moment ago may still ask for the version before. */
function sweep(kept) {
  const names = new Set([...kept.map((path) => basename(path)), 'manifest.json']);
  for (const name of readdirSync(OUT)) {
    const path = join(OUT, name);
    if (!names.has(name) && Date.now() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { force: true });
  }
}

function watchSources() {
  let waiting;
  watch(join(ROOT, 'src'), { recursive: true }, (_, path) => {
    if (!/\.(tsx?|css|svg)$/.test(path ?? '')) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => buildOnce().catch((problem) => console.error(problem.message)), 60);
  });
}
