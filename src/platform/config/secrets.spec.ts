import { secretsIn } from './secrets.js';

const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];

it.each([
  ['one', OLD, [OLD]],
  ['a new one before the old one', `${NEW},${OLD}`, [NEW, OLD]],
  ['with a space between them', `${NEW}, ${OLD}`, [NEW, OLD]],
  ['one that has a comma in it', 'a secret of former days, long enough', ['a secret of former days, long enough']],
])('the secrets of a setting: %s', (_, setting, secrets) => {
  expect(secretsIn(setting)).toEqual(secrets);
});
