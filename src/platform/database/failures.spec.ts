import { failureOf } from './failures.js';

it.each([
  ['a server that shuts down', { code: '57P01' }, 'passing'],
  ['a statement that took too long', { code: '57014' }, 'passing'],
  ['two transactions that wait for each other', { code: '40P01' }, 'passing'],
  ['a server that is not there', { code: 'ECONNREFUSED' }, 'passing'],
  ['no connection free', new Error('timeout exceeded when trying to connect'), 'passing'],
  ['a connection cut off', new Error('Connection terminated unexpectedly'), 'passing'],
  ['a NUL in a text', { code: '22021' }, 'unstorable'],
  ['a NUL in JSON', { code: '22P05' }, 'unstorable'],
  ['a number too large', { code: '22003' }, 'unstorable'],
  ['a statement that is wrong', { code: '42601' }, null],
  ['a rule of a table', { code: '23505' }, null],
  ['any other defect', new TypeError('x is undefined'), null],
  ['nothing', null, null],
])('%s', (_, error, failure) => expect(failureOf(error)).toBe(failure));
