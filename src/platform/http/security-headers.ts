import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { Env } from '../config/env.js';

const APP_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const policyText = (policy: Record<string, string[]>): string =>
  Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

/** For slide pages: reveal.js makes style elements of its own, and a unit's page shows its deck in a frame. Scripts stay ours alone. */
export const SLIDES_POLICY = policyText({ ...APP_POLICY, 'style-src': ["'self'", "'unsafe-inline'"], 'frame-ancestors': ["'self'"] });

/** The headers of every answer. No script is ever inline, so pages need no nonce and can be cached. */
export const securityHeaders = (env: Env): Readonly<Record<string, string>> => ({
  ...helmetHeaders(env),
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
});

/** None of them depends on the request: the library is asked once, by an answer that only takes them down. */
function helmetHeaders(env: Env): Record<string, string> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string): void => void (headers[name.toLowerCase()] = value);
  const answer = { setHeader, removeHeader: () => undefined } as unknown as ServerResponse;
  const write = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: APP_POLICY },
    strictTransportSecurity: env.PUBLIC_URL.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: false,
  });
  write({} as IncomingMessage, answer, (error) => {
    if (error) throw error;
  });
  return headers;
}
