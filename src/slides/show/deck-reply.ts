import { type PublicReply, sameForAll } from '../../platform/http/reply.js';
import { SLIDES_POLICY } from '../../platform/http/security-headers.js';
import { etagOf } from '../../decks/index.js';

/** reveal.js lays slides out by style elements of its own, and a unit's page shows its deck in a frame. */
export const DECK_HEADERS = { 'content-security-policy': SLIDES_POLICY };

/** The page of an open deck: the same for everybody. */
export const deckReply = (html: string): PublicReply =>
  sameForAll({ mediaType: 'text/html; charset=utf-8', body: html, etag: etagOf(html), headers: DECK_HEADERS });
