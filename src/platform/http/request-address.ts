/** A program that thinks we are a proxy writes the whole address; the router leaves such a beginning out. */
const ORIGIN = /^https?:\/\/[^/]*(?=\/)/i;

/**
 * The address of a request as the router is to read it: without an origin; and where its escapes are no text (`/%ff`), one that
 * names nothing, since the router would refuse it in words of its own.
 */
export function readableAddress(given: string): string {
  const address = given.replace(ORIGIN, '');
  const path = pathOf(address);
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return `/${encodeURIComponent(path)}`;
  }
}

/** The path of an address that begins with one, up to where the router ends it: browsers send no `#`, other programs may. */
export function pathOf(address: string): string {
  const query = address.indexOf('?');
  const fragment = address.indexOf('#');
  if (query < 0 && fragment < 0) return address;
  return address.slice(0, Math.min(query < 0 ? address.length : query, fragment < 0 ? address.length : fragment));
}
