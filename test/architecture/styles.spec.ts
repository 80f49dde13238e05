import { crossings, type Source } from '../../scripts/check-styles.mjs';

const app: Source = { path: 'src/platform/look/app.css', text: "@import './components.css';" };
const components: Source = { path: 'src/platform/look/components.css', text: '@layer components { .btn { color: red; } }' };
const look = (room: string, text: string): Source => ({ path: `src/${room}/look.css`, text: `@layer page { ${text} }` });
const view = (room: string, markup: string): Source => ({
  path: `src/${room}/page.view.tsx`,
  text: `export const Page = () => ${markup};`,
});
const study = look('study', '.work { color: green; }');

it.each<[string, Source[]]>([
  ['its own classes', [study, view('study', '<p class="work">')]],
  [
    'a component of the platform, wherever it is written',
    [look('study', '.sheet .btn { color: green; }'), view('teams', '<p class="btn">')],
  ],
  ['the words of another room inside its own', [look('study', '.sheet { & .no { color: green; } }'), view('teams', '<p class="number">')]],
])('may style %s', async (_, sources) => {
  expect(await crossings([app, components, ...sources])).toEqual([]);
});

it.each<[string, Source[], RegExp]>([
  ['the class of an element', [study, view('teams', '<p class="soft work">')], /teams.*“work”.*study/],
  ['the class of a body', [study, view('teams', '<Layout page="work" />')], /teams.*“work”.*study/],
  ['a class under a condition', [study, view('teams', "<p class={open ? 'work' : undefined} />")], /teams.*“work”.*study/],
  ['a class in a template', [study, view('teams', '<p class={`work ${kind}`} />')], /teams.*“work”.*study/],
  ['a class in a piece of HTML', [study, view('teams', '`<p class="work">${text}</p>`')], /teams.*“work”.*study/],
  ['a class that a script adds', [study, view('teams', "node.classList.add('work')")], /teams.*“work”.*study/],
  ['a class of two stylesheets', [study, look('teams', '.team { & .work { color: red; } }')], /teams.*“\.work”.*study/],
  ['a rule on an element', [look('study', 'main > table { color: red; }')], /“main > table” has no class/],
  ['a rule on a component of the platform', [look('study', '.btn { color: red; }')], /“\.btn” has no class/],
  ['a nested rule that leaves its class', [look('study', '.work { :is(&, table) td { color: red; } }')], /has no class/],
])('finds %s', async (_, sources, sentence) => {
  const found = await crossings([app, components, ...sources]);

  expect(found).toEqual([expect.stringMatching(sentence)]);
});
