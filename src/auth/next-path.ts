/**
 * Where to go after signing in: a path of this site, or the front page.
 * Browsers read `\` as `/` and drop tabs and line breaks, so anything but a plain path is refused.
 */
export function nextPath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(asked)) return '/';
  const { host, pathname, search, hash } = new URL(asked, 'http://here.invalid');
  // As the parser writes it: a header takes no letter beyond Latin-1 as it was typed.
  return host === 'here.invalid' && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
