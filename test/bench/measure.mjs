// Rounds of control and subject in turn, and the medians of their ratios. Milliseconds are the machine's; ratios are ours.
import { Agent, request as httpRequest } from 'node:http';
import autocannon from 'autocannon';

export const ROUNDS = 5;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Requests a second that a server answers to 16 connections. */
export async function perSecond(url, headers = {}, seconds = 2) {
  const result = await autocannon({ url, headers, connections: 16, duration: seconds });
  if (result.non2xx > 0 && !headers['if-none-match']) throw new Error(`${url}: ${result.non2xx} answers were not 200.`);
  if (result.errors > 0) throw new Error(`${url}: ${result.errors} requests failed.`);
  return result.requests.total / result.duration;
}

/**
 * The median times of two servers in milliseconds, asked in turn, one request each: a neighbour's work falls on both alike.
 * `prepare` makes ready, off the clock, what a request of the subject sends.
 */
async function inTurn({ control, subject, prepare = async () => undefined, times }) {
  const spans = { base: [], ours: [] };
  for (let made = 0; made < times; made += 1) {
    const ready = await prepare();
    spans.base.push(await timed(control));
    spans.ours.push(await timed(() => subject(ready)));
  }
  return { base: median(spans.base), ours: median(spans.ours) };
}

async function timed(send) {
  const begun = process.hrtime.bigint();
  await send();
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request on a kept connection: status, headers and body. */
export function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const call = httpRequest(
      url,
      { method, agent, headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) } },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }));
      },
    );
    call.on('error', fail);
    call.end(body);
  });
}

export async function expectStatus(status, url, options) {
  const answer = await ask(url, options);
  if (answer.status !== status) throw new Error(`${url} answered ${answer.status}, not ${status}: ${answer.body.slice(0, 400)}`);
  return answer;
}

/** Rounds of a control and a subject, each answering a figure; the median of subject ÷ control, and the range of the rounds. */
export async function ratio(control, subject, rounds = ROUNDS) {
  await control();
  await subject();
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const base = await control();
    pairs.push({ base, ours: await subject() });
  }
  return summary(pairs);
}

/** The same for the time of one request: in each round control and subject are asked in turn, so many times. */
export async function timeRatio(given, rounds = ROUNDS) {
  await inTurn({ ...given, times: Math.ceil(given.times / 2) });
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push(await inTurn(given));
  return summary(pairs);
}

function summary(pairs) {
  const ratios = pairs.map(({ base, ours }) => ours / base);
  return {
    median: median(ratios),
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    base: median(pairs.map(({ base }) => base)),
    ours: median(pairs.map(({ ours }) => ours)),
  };
}

/** One line a bench: what, the ratio with its range, the goal, and whether it holds. */
export function report(what, { median: value, low, high, base, ours }, { unit, atLeast, atMost }) {
  const holds = atLeast !== undefined ? value >= atLeast : value <= atMost;
  const goal = atLeast !== undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  const shown = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(2));
  console.log(
    `${holds ? 'holds ' : 'BELOW '} ${what}: ratio ${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}), goal ${goal}; ours ${shown(ours)} ${unit}, control ${shown(base)} ${unit}`,
  );
}
