import { readableAddress } from './request-address.js';

describe('the address of a request', () => {
  it.each([
    ['/slides/fr/web-pr?view=print', '/slides/fr/web-pr?view=print'],
    ['http://school.test/slides/fr/web-pr', '/slides/fr/web-pr'],
    ['HTTPS://school.test:8443/?next=http://a/b', '/?next=http://a/b'],
    ['/sign-in?next=%ff', '/sign-in?next=%ff'],
    ['/sign-in#%ff', '/sign-in#%ff'],
    ['/sign-in;%ff', '/%2Fsign-in%3B%25ff'],
    ['/%ff', '/%2F%25ff'],
    ['/caf%c3%a9', '/caf%c3%a9'],
  ])('%s is read as %s', (given, read) => {
    expect(readableAddress(given)).toBe(read);
  });
});
