/**
 * Where to go after signing in: a path of this site, or the front page.
 * Browsers read `\` as `/` and drop tabs and line breaks, so anything but a plain path is refused.
 */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(asked)) return '/';
  const { host, pathname } = new URL(asked, 'http://here.invalid');
  return host === 'here.invalid' && !pathname.startsWith('//') ? asked : '/';
}
