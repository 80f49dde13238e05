import { FORM_TOKEN_HEADER } from '../http/form-token.shared.js';

/** Browsers let a page leave behind at most 64 KB of requests. */
const KEEPALIVE_MOST_BYTES = 60_000;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/**
 * Sends JSON from an island. Every answer of the server is an answer, refusals too: look at its status.
 * @throws when nobody answered, or when the server could not (502, 503, 504): worth trying again.
 */
async function sendJson<T>(method: 'POST' | 'PUT', address: string, body: unknown, formToken: string): Promise<Answer<T>> {
  const text = JSON.stringify(body);
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', [FORM_TOKEN_HEADER]: formToken },
    body: text,
    keepalive: new TextEncoder().encode(text).length < KEEPALIVE_MOST_BYTES,
  });
  if ([502, 503, 504].includes(response.status)) throw new Error(`The server answered ${response.status}.`);
  return { status: response.status, body: (await response.json()) as T };
}

export const postJson = <T>(address: string, body: unknown, formToken: string): Promise<Answer<T>> =>
  sendJson<T>('POST', address, body, formToken);
export const putJson = <T>(address: string, body: unknown, formToken: string): Promise<Answer<T>> =>
  sendJson<T>('PUT', address, body, formToken);
