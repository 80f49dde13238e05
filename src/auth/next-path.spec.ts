import { nextPath } from './next-path.js';

it.each(['/', '/courses/demo', '/courses/demo/grading?stage=grid&mine=1', '/account#password'])('goes on to %s', (path) => {
  expect(nextPath(path)).toBe(path);
});

it('writes letters that no header takes as an address does', () => {
  expect(nextPath('/courses/été?q=💬#ü')).toBe('/courses/%C3%A9t%C3%A9?q=%F0%9F%92%AC#%C3%BC');
});

it.each([
  ['//evil.example'],
  ['/\\evil.example'],
  ['\\\\evil.example'],
  ['https://evil.example'],
  ['https:evil.example'],
  ['javascript:alert(1)'],
  ['/\t/evil.example'],
  ['/%0d%0aset-cookie:a=b\r\nx'],
  [' /courses'],
  ['courses/demo'],
  ['///evil.example/%2e%2e'],
  ['/..//evil.example'],
  ['\u0001//evil.example'],
  [''],
  [undefined],
  [['/a', '/b']],
  [{ toString: (): string => '/courses' }],
])('does not follow %j', (asked) => {
  expect(nextPath(asked)).toBe('/');
});
