/** The address as it came; where its escapes are no text (`/%ff`), one that names nothing: the router would refuse it in words of its own. */
export function readableAddress(url: string): string {
  const [path = '/'] = url.split(/[?#;]/, 1);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return `/${encodeURIComponent(path)}`;
  }
}
