import * as cheerio from 'cheerio';

/** The headers that a signed-in browser sends from one of our pages: for a program in a process of its own. */
export interface BrowserHeaders extends Record<string, string> {
  readonly cookie: string;
  readonly 'x-form-token': string;
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

const tokenOf = async (page: Response): Promise<string> =>
  String(
    cheerio
      .load(await page.text())('[name=_token]')
      .first()
      .val(),
  );

/** Signs in as people do: the form, its token, the password. */
export async function signInOverHttp(url: string, email: string, password = 'attrait-demonstration'): Promise<BrowserHeaders> {
  const form = await fetch(`${url}/sign-in`);
  const visitor = cookiesOf(form);
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ _token: await tokenOf(form), email, password }),
    headers: { cookie: visitor, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  const cookie = cookiesOf(answer);
  const account = await fetch(`${url}/account`, { headers: { cookie } });
  return { cookie, 'sec-fetch-site': 'same-origin', 'x-form-token': await tokenOf(account) };
}
