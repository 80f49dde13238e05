// Bundles what swc wrote in dist/src into dist/server, for a start that reads a few files instead of three thousand:
// `main` and `cli`, and a file for each part that is imported when it is needed. Development and tests run dist/src and src.
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/server');
/** Left where they are: native code, what is large and seldom asked for, and what packages would use if it were installed. */
const EXTERNAL = [
  ...['@node-rs/argon2', '@aws-sdk/client-s3', 'playwright-core', 'typescript'],
  ...['@nestjs/microservices', '@nestjs/websockets', '@nestjs/platform-express', '@fastify/view', 'class-transformer', 'class-validator'],
];
/** What CommonJS expects to find in a module; esbuild leaves it to its caller where the bundle is an ES module. */
const COMMON_JS = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;
/** A map of one place that no file has. Stacks name our sources; those of the packages would make the map twenty times as large. */
const NO_MAP = `\n//# sourceMappingURL=data:application/json;base64,${btoa('{"version":3,"sources":["none"],"mappings":"gggggBAAA"}')}`;

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
  banner: { js: COMMON_JS },
  plugins: [packages()],
  logLevel: 'warning',
});
console.log(`server: ${readdirSync(OUT).length} files in ${Math.round(performance.now() - started)} ms`);

function packages() {
  return {
    name: 'packages',
    setup(builder) {
      // It requires what TypeORM 1 no longer has, past the bundler: a second TypeORM would be read for nothing.
      builder.onLoad({ filter: /@nestjs[\\/]typeorm[\\/].*typeorm-compat\.js$/ }, () => ({
        contents: 'export const Connection = undefined; export const AbstractRepository = undefined;',
      }));
      builder.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8') + NO_MAP }));
    },
  };
}
