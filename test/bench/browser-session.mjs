// Signs in as a browser would: the form's token, its cookie, and the headers of a page of ours.
import { ask, expectStatus } from './measure.mjs';
import { DEMONSTRATION_PASSWORD } from './platform.mjs';

export const tokenIn = (html) => /name="_token" value="([^"]+)"/.exec(html)?.[1];
const cookiesIn = (answer) => (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0]);

/** The headers of a signed-in browser. */
export async function signIn(url, email) {
  const form = await expectStatus(200, `${url}/sign-in`);
  const body = new URLSearchParams({ _token: tokenIn(form.body), email, password: DEMONSTRATION_PASSWORD, next: '/' }).toString();
  const answer = await ask(`${url}/sign-in`, {
    method: 'POST',
    body,
    headers: { cookie: cookiesIn(form).join('; '), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return { cookie: cookiesIn(answer).join('; '), 'sec-fetch-site': 'same-origin' };
}
