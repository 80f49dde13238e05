// The form of a stage as a browser would send it back where no file was chosen, each time with a key of its own.
import { randomUUID } from 'node:crypto';
import { tokenIn } from './browser-session.mjs';
import { expectStatus } from './measure.mjs';

/** `prepare` reads the page and answers a form; `handIn` sends it. */
export function handInOf(url, session) {
  const stage = `${url}/courses/demo/assignments/competitive-analysis/stages/grid`;
  const headers = { ...session, 'content-type': 'application/x-www-form-urlencoded' };
  return {
    headers,
    address: `${stage}/submissions`,
    prepare: async () => formOf((await expectStatus(200, stage, { headers: session })).body),
    handIn: (body) => expectStatus(303, `${stage}/submissions`, { method: 'POST', headers, body }),
  };
}

function formOf(html) {
  const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const texts = [...html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name, text]) => [name, text]);
  const fields = [['_token', tokenIn(html)], ['version', hidden('version')], ['request_key', randomUUID()], ...texts];
  return new URLSearchParams(fields).toString();
}
