import { waitAfter } from './login-throttle.js';

it.each([
  [0, 0],
  [9, 0],
  [10, 2],
  [11, 4],
  [15, 64],
  [30, 300],
])('after %s failures an account waits %s s', (failures, seconds) => {
  expect(waitAfter(failures)).toBe(seconds);
});
