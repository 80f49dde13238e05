// A cached deck against a bare server that answers the same bytes from memory: requests a second, whole and as 304.
import { expectStatus, perSecond, ratio, report } from './measure.mjs';
import { startPlatform } from './platform.mjs';

const GOAL = { unit: 'req/s', atLeast: 0.8 };
const { url, controls, stop } = await startPlatform();
try {
  const deck = `${url}/slides/fr/competitive-analysis`;
  const encodings = { 'accept-encoding': 'br' };
  const first = await expectStatus(200, deck, { headers: encodings });
  const bytes = Number(first.headers['content-length']);
  const bare = `${controls}/bare?of=${encodeURIComponent(deck)}`;

  const whole = await ratio(
    () => perSecond(bare),
    () => perSecond(deck, encodings),
  );
  report(`deck, ${bytes} bytes of brotli`, whole, GOAL);
  const unchanged = await ratio(
    () => perSecond(bare, { 'if-none-match': '"bare"' }),
    () => perSecond(deck, { 'if-none-match': first.headers.etag }),
  );
  report('deck, 304', unchanged, GOAL);
} finally {
  await stop();
}
