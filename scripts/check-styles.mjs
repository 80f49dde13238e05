// A step of `npm run check`: what the built stylesheets of the rooms reach. Styles are one namespace, so a class has one
// owner: the room whose stylesheet names it, or the platform, whose components every room may write.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse as parseSelector } from 'css-what';
import { transform } from 'esbuild';
import postcss from 'postcss';
import ts from 'typescript';
import { isMain } from './main.mjs';

const ROOT = join(import.meta.dirname, '..');
const PLATFORM = 'platform';
/** Attributes that carry classes: of an element, and of a layout's body. */
const ATTRIBUTES = new Set(['class', 'page']);

/** Sentences about every class that crosses from one room to another, with the file that writes it; none where all is well. */
export async function crossings(sources) {
  const sheets = await Promise.all(sharedSheets(sources).map(readSheet));
  const markup = sources.filter(({ path }) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$/.test(path));
  const written = markup.map(({ path, text }) => ({ room: roomOf(path), path, names: classesWritten(path, text) }));
  const ofPlatform = new Set([
    ...sheets.filter(({ room }) => room === PLATFORM).flatMap(({ selectors }) => selectors.flatMap(classesOf)),
    ...written.filter(({ room }) => room === PLATFORM).flatMap(({ names }) => [...names]),
  ]);
  const own = (name) => !ofPlatform.has(name);
  const owners = new Map();
  const found = [];
  for (const { room, path, selectors } of sheets.filter((sheet) => sheet.room !== PLATFORM)) {
    for (const selector of selectors) {
      const mine = classesOf(selector).filter(own);
      for (const name of mine) {
        if (!owners.has(name)) owners.set(name, room);
        if (owners.get(name) !== room) found.push(`${path}: “.${name}” is a class of ${owners.get(name)} already.`);
      }
      if (!isAnchored(selector, own)) found.push(`${path}: “${selector.text}” has no class of this room, so it reaches every page.`);
    }
  }
  for (const { room, path, names } of written)
    for (const name of names) {
      const owner = owners.get(name);
      if (owner && owner !== room) found.push(`${path}: the class “${name}” has rules in the stylesheet of ${owner}.`);
    }
  return [...new Set(found)];
}

/** All but what only the document of the slides links: it is a page of nobody else. */
function sharedSheets(sources) {
  const byPath = new Map(sources.filter(({ path }) => path.endsWith('.css')).map((sheet) => [sheet.path, sheet]));
  const shared = new Set();
  const follow = (path) => {
    if (shared.has(path) || !byPath.has(path)) return;
    shared.add(path);
    for (const [, name] of byPath.get(path).text.matchAll(/@import '(\.[^']+)'/g)) follow(posix.join(posix.dirname(path), name));
  };
  for (const path of byPath.keys()) if (/^src\/[^/]+\/(look|deck)\.css$|^src\/platform\/look\/app\.css$/.test(path)) follow(path);
  return [...shared].map((path) => byPath.get(path));
}

const roomOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];

/** Built as the pages' own, but with nested rules written out. */
async function readSheet({ path, text }) {
  const { code } = await transform(text, { loader: 'css', target: ['chrome110'] });
  const selectors = [];
  postcss.parse(code).walkRules((rule) => {
    if (rule.parent.name === 'keyframes') return;
    for (const [at, parsed] of parseSelector(rule.selector).entries())
      selectors.push({ parsed, text: rule.selectors[at] ?? rule.selector });
  });
  return { room: roomOf(path), path, selectors };
}

const classesOf = ({ parsed }) => parsed.flatMap((part) => classesIn(part));

function classesIn(part) {
  if (part.type === 'attribute' && part.name === 'class') return [part.value];
  return Array.isArray(part.data) ? part.data.flat().flatMap(classesIn) : [];
}

/** Whether it matches nothing without a class of the room's own: written in it, or in each of the selectors that a part allows. */
function isAnchored({ parsed }, own) {
  return parsed.some((part) => {
    if (part.type === 'attribute' && part.name === 'class') return own(part.value);
    const allows = part.type === 'pseudo' && ['is', 'where', 'has'].includes(part.name) && Array.isArray(part.data);
    return allows && part.data.every((one) => isAnchored({ parsed: one }, own));
  });
}

/** The classes that a file's markup writes, as far as they stand there as words. */
function classesWritten(path, text) {
  const found = new Set();
  const add = (words) => words.split(/\s+/).forEach((word) => word && found.add(word));
  const addAll = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) add(node.text);
    ts.forEachChild(node, addAll);
  };
  const visit = (node) => {
    if (ts.isJsxAttribute(node) && ATTRIBUTES.has(node.name.getText()) && node.initializer) addAll(node.initializer);
    if (ts.isPropertyAssignment(node) && ATTRIBUTES.has(node.name.getText())) addAll(node.initializer);
    if (ts.isCallExpression(node) && /\.classList\.\w+$/.test(node.expression.getText())) node.arguments.forEach(addAll);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const [, words] of node.text.matchAll(/\bclass="([^"]*)/g)) add(words);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
}

function readSources() {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
  return paths.filter((path) => /\.(css|tsx?)$/.test(path)).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

if (isMain(import.meta.url)) {
  const found = await crossings(readSources());
  for (const line of found) console.log(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
