import fastify from 'fastify';
import { readEnv } from './env.js';
import { trustOf } from './trusted-proxies.js';

/** Where the framework says that a request of a proxy on this machine comes from. */
async function addressWith(setting: string, forwardedFor: string): Promise<string> {
  const app = fastify({ trustProxy: trustOf(readEnv({ TRUST_PROXY: setting }).TRUST_PROXY) });
  app.get('/', (request) => request.ip);
  const { body } = await app.inject({ url: '/', remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': forwardedFor } });
  return body;
}

it.each([
  ['nobody is believed', '', '203.0.113.9', '127.0.0.1'],
  ['the proxy on this machine is', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['a proxy is, but not what was said before it', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['another proxy is, and this is not it', '10.0.0.0/8', '203.0.113.9', '127.0.0.1'],
  ['two are, by their networks', '127.0.0.0/8, 10.0.0.0/8', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['two are, by their number', '2', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['one is, by its number', '1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
])('where a request comes from, where %s', async (_, setting, forwardedFor, address) => {
  expect(await addressWith(setting, forwardedFor)).toBe(address);
});
