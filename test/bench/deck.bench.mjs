// A cached deck against a bare server that answers the same bytes from memory: requests for a second of the server's processor,
// whole and as 304. By the clock, a load generator beside them on the same cores would be half of what is measured.
import { expectStatus, load, ratio } from './measure.mjs';
import { startPlatform } from './platform.mjs';
import { report } from './report.mjs';

const LIMITS = { unit: 'req per s of processor', atLeast: { goal: 0.95, floor: 0.85 }, statements: 0, needed: 0 };
const { url, control, processors, stop } = await startPlatform();

const AMOUNT = 5_000;
const ROUNDS = 15;
const rateOf = (who, address, headers) => async () => {
  const before = await processors();
  await load({ url: address, headers, amount: AMOUNT });
  return (1000 * AMOUNT) / ((await processors())[who] - before[who]);
};

try {
  const deck = `${url}/slides/fr/competitive-analysis`;
  const encodings = { 'accept-encoding': 'br' };
  const first = await expectStatus(200, deck, { headers: encodings });
  const bare = await control('bare', { of: deck });
  const whole = await ratio(rateOf('base', bare, encodings), rateOf('ours', deck, encodings), ROUNDS);
  report(`deck, ${first.bytes} bytes of brotli`, whole, LIMITS);
  const unchanged = await ratio(
    rateOf('base', bare, { ...encodings, 'if-none-match': '"bare"' }),
    rateOf('ours', deck, { ...encodings, 'if-none-match': first.headers.etag }),
    ROUNDS,
  );
  report('deck, 304', unchanged, LIMITS);
} finally {
  await stop();
}
