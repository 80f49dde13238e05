import { FORM_TOKEN_FIELD } from '../http/form-token.shared.js';

/**
 * After somebody has signed in again in another tab: asks for this page once more and gives the forms that stand here the
 * token it carries. Null while nobody is signed in, for then another page is answered.
 */
export async function renewToken(): Promise<string | null> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok || new URL(response.url).pathname !== location.pathname) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const token = page.querySelector<HTMLInputElement>(`input[name="${FORM_TOKEN_FIELD}"]`)?.value;
  if (!token) return null;
  for (const field of document.querySelectorAll<HTMLInputElement>(`input[name="${FORM_TOKEN_FIELD}"]`)) field.value = token;
  return token;
}
