import { renewalOf } from './renew.js';

const ines = 'Zk3vT1';
const asked = { person: ines, token: 'a-new-token', isAsked: true };

it('goes on with a new token when the same person has signed in again', () => {
  expect(renewalOf(ines, asked)).toEqual({ kind: 'renewed', token: 'a-new-token' });
});

it.each([
  ['may open the same page', { ...asked, person: 'other1' }],
  ['may not open it', { person: 'other1', token: 'a-new-token', isAsked: false }],
  ['finds no form on it', { person: 'other1', token: undefined, isAsked: true }],
])('takes no token of another person, who %s', (_, answered) => {
  expect(renewalOf(ines, answered)).toEqual({ kind: 'somebody-else' });
});

it.each([
  ['nobody is signed in', { person: undefined, token: 'the-sign-in-form', isAsked: false }],
  ['the page asks a stranger for a token', { person: undefined, token: 'a-new-token', isAsked: true }],
  ['the page is answered without a form', { ...asked, token: undefined }],
  ['another page is answered', { ...asked, isAsked: false }],
])('waits when %s', (_, answered) => {
  expect(renewalOf(ines, answered)).toEqual({ kind: 'signed-out' });
});
