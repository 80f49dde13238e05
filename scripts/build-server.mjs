// Bundles what swc wrote in dist/src into dist/server, for a start that reads a few files instead of three thousand:
// `main` and `cli`, and a file for each part that is imported when it is needed. Development and tests run dist/src and src.
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/server');
/** Left where they are: native code, what is large and seldom asked for, and what packages would use if it were installed. */
const EXTERNAL = [
  ...['reflect-metadata', '@node-rs/argon2', '@aws-sdk/client-s3', 'playwright-core', 'typescript'],
  ...['@nestjs/microservices', '@nestjs/websockets', '@nestjs/platform-express', '@fastify/view', 'class-transformer', 'class-validator'],
];
/**
 * At the head of every file: what decorators write to, before any of them runs, since esbuild keeps the order of modules within a file
 * alone; and what CommonJS expects to find in a module.
 */
const HEAD = `import 'reflect-metadata';
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;
const started = performance.now();
rmSync(OUT, { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: { main: 'dist/src/main.js', cli: 'dist/src/cli.js' },
  outdir: OUT,
  bundle: true,
  minifyWhitespace: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'linked',
  sourcesContent: false,
  external: EXTERNAL,
  banner: { js: HEAD },
  plugins: [pastIndexes(), oneTypeOrm()],
  logLevel: 'warning',
});
for (const name of readdirSync(OUT)) if (name.endsWith('.map')) thin(join(OUT, name));
console.log(`server: ${readdirSync(OUT).length} files in ${Math.round(performance.now() - started)} ms`);

/**
 * Imports of a room come from the file that has what is asked for. Through the room's index a file would reach all that the room
 * shows to anybody, and what a start answers first would wait for all of it.
 */
function pastIndexes() {
  const shown = new Map();
  const filesOf = (index) => {
    if (!shown.has(index)) shown.set(index, new Map(namesIn(readFileSync(index, 'utf8'), 'export').map(({ as, from }) => [as, from])));
    return shown.get(index);
  };
  return {
    name: 'past indexes',
    setup(builder) {
      builder.onLoad({ filter: /dist[\\/]src[\\/].*\.js$/ }, ({ path }) => {
        const direct = (statement, index) => {
          const [files, names] = [filesOf(join(dirname(path), index)), namesIn(statement, 'import')];
          if (!names.every(({ name }) => files.has(name))) return statement;
          const from = (name) => `./${posix.join(posix.dirname(index), files.get(name))}`;
          return names.map(({ name, as }) => `import { ${name} as ${as} } from '${from(name)}';`).join(' ');
        };
        const contents = readFileSync(path, 'utf8').replace(/^import \{.*\} from '(.*\/index\.js)';$/gm, direct);
        return { contents };
      });
    },
  };
}

/** The names of every `import { a as b } from 'c'`, or `export`, one by one. */
function namesIn(text, word) {
  return [...text.matchAll(new RegExp(`^${word} \\{(.*)\\} from '(.*)';$`, 'gm'))].flatMap(([, names, from]) =>
    names.split(',').map((one) => {
      const [name, as = name] = one.trim().split(' as ');
      return { name, as, from };
    }),
  );
}

/** It requires what TypeORM 1 no longer has, past the bundler: a second TypeORM would be read for nothing. */
function oneTypeOrm() {
  return {
    name: 'one TypeORM',
    setup(builder) {
      builder.onLoad({ filter: /@nestjs[\\/]typeorm[\\/].*typeorm-compat\.js$/ }, () => ({
        contents: 'export const Connection = undefined; export const AbstractRepository = undefined;',
      }));
    },
  };
}

/** Of a package a stack names the file alone: with every place of theirs the maps, which are read at each start, are six times as large. */
function thin(path) {
  const map = JSON.parse(readFileSync(path, 'utf8'));
  const isPackage = map.sources.map((source) => source.includes('node_modules/'));
  let last;
  const lines = decode(map.mappings).map((line) =>
    line.flatMap((segment) => {
      const isKept = !isPackage[segment[1]] || segment[1] !== last;
      last = segment[1];
      return isKept ? [isPackage[last] ? [segment[0], last, 0, 0] : segment] : [];
    }),
  );
  writeFileSync(path, JSON.stringify({ ...map, mappings: encode(lines) }));
}
