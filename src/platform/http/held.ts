import type { IncomingHttpHeaders } from 'node:http';
import fresh from 'fresh';

/**
 * Whether the reader has the version of this `ETag` already, by its `If-None-Match`. `Cache-Control: no-cache` of a request
 * is for the caches on the way, and not shown to the library: Node's `fetch` adds it to each `If-None-Match` that a program sets,
 * and a reader of feeds would be sent the whole feed for ever.
 */
export const isHeld = (etag: string, headers: IncomingHttpHeaders): boolean =>
  // What browsers send is the tag alone, which needs no reading.
  headers['if-none-match'] === etag || fresh({ 'if-none-match': headers['if-none-match'] }, { etag });
