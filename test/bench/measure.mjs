// Rounds of control and subject in turn, and the medians of their ratios. Milliseconds are the machine's; ratios are ours.
import { Agent, request as httpRequest } from 'node:http';
import autocannon from 'autocannon';

const ROUNDS = 5;
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Sends so many requests over 16 connections; what each sends may be made anew by `requests`. */
export async function load({ url, headers = {}, amount, requests }) {
  const result = await autocannon({ url, headers, connections: 16, amount, ...(requests && { requests }) });
  const unforeseen = result['4xx'] + result['5xx'] + result.errors;
  if (unforeseen > 0) throw new Error(`${url}: ${unforeseen} of ${amount} requests failed.`);
}

/**
 * The median times of two servers in milliseconds, asked in turn, one request each: a neighbour's work falls on both alike.
 * `prepare` makes ready, off the clock, what a request of the subject sends; `processors` reads the processor time that both have used.
 */
async function inTurn({ control, subject, prepare = async () => undefined, processors = async () => null, times }) {
  const spans = { base: [], ours: [] };
  const before = await processors();
  for (let made = 0; made < times; made += 1) {
    const ready = await prepare();
    spans.base.push(await timed(control));
    spans.ours.push(await timed(() => subject(ready)));
  }
  const after = await processors();
  const processor = before && { base: (after.base - before.base) / times, ours: (after.ours - before.ours) / times };
  return { base: median(spans.base), ours: median(spans.ours), processor };
}

async function timed(send) {
  const begun = process.hrtime.bigint();
  await send();
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request on a kept connection: status, headers, body, and how many bytes the body had. */
export function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const call = httpRequest(
      url,
      { method, agent, headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) } },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          const whole = Buffer.concat(chunks);
          done({ status: answer.statusCode, headers: answer.headers, body: whole.toString('utf8'), bytes: whole.length });
        });
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
    processor: pairs[0].processor && {
      base: median(pairs.map(({ processor }) => processor.base)),
      ours: median(pairs.map(({ processor }) => processor.ours)),
    },
  };
}
