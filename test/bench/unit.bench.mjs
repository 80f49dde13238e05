// The page of a unit, signed in, against as many one-row SELECTs and as many bytes; its statements do not grow with the class.
import { signIn } from './browser-session.mjs';
import { expectStatus, report, timeRatio } from './measure.mjs';
import { growTo, startPlatform, statementsOf } from './platform.mjs';

const MOST_STATEMENTS = 10;
const { url, controls, database, stop } = await startPlatform();
try {
  for (const people of [60, 1_000]) {
    await growTo(database, people);
    for (const [role, email] of [
      ['student', 'student1@attrait.example'],
      ['lecturer', 'lecturer@attrait.example'],
    ]) {
      const headers = await signIn(url, email);
      const open = () => expectStatus(200, `${url}/courses/demo/units/web-writing`, { headers });
      const statements = await statementsOf(database, open);
      const bytes = Number((await open()).body.length);
      const bare = `${controls}/read?statements=${Math.ceil(statements)}&bytes=${bytes}`;
      const result = await timeRatio({ control: () => expectStatus(200, bare), subject: open, times: 150 });
      report(`unit of a ${role}, ${people} people, ${bytes} bytes`, result, { unit: 'ms p50', atMost: 5 });
      console.log(
        `${statements <= MOST_STATEMENTS ? 'holds ' : 'BELOW '} unit of a ${role}, ${people} people: ${statements} statements, goal ≤ ${MOST_STATEMENTS}`,
      );
    }
  }
} finally {
  await stop();
}
