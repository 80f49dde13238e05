// A page, signed in, against as many one-row SELECTs as it needs and as many bytes, with classes of three sizes.
import { signIn } from './browser-session.mjs';
import { growTo } from './growth.mjs';
import { expectStatus, timeRatio } from './measure.mjs';
import { startPlatform, statementsOf } from './platform.mjs';
import { report } from './report.mjs';

export const SIZES = [60, 1_000, 10_000];
const TIMES = 100;

/** `readers` are `{ who, email }`; `needed` is how many statements the page ought to make. */
export async function benchPage({ name, path, readers, needed, atMost }) {
  const { url, control, processors, database, stop } = await startPlatform();
  try {
    for (const people of SIZES) {
      await growTo(database, people);
      for (const { who, email } of readers) {
        const headers = await signIn(url, email);
        const open = () => expectStatus(200, `${url}${path}`, { headers });
        const statements = await statementsOf(database, open);
        const { bytes } = await open();
        const bare = await control('read', { statements: needed, bytes });
        const result = await timeRatio({ control: () => expectStatus(200, bare), subject: open, processors, times: TIMES });
        report(`${name} of ${who}, ${people} people, ${bytes} bytes`, result, { unit: 'ms p50', atMost, statements, needed });
      }
    }
  } finally {
    await stop();
  }
}
