import { FORM_TOKEN_FIELD } from '../http/form-token.shared.js';
import type { Answer } from './post.js';

/** What became of the session that this page was made in. */
export type Renewal =
  | { readonly kind: 'renewed'; readonly token: string }
  | { readonly kind: 'signed-out' }
  /** This browser is signed in as another person now: what stands on the page is not theirs to send. */
  | { readonly kind: 'somebody-else' };

/** As much as decides of the page that is answered now, at the address of the one that stands here. */
export interface AnsweredPage {
  /** The person it was made for, as in `data-person`; nothing for a stranger. */
  readonly person: string | undefined;
  readonly token: string | undefined;
  /** Whether it is the page asked for, and not a sign-in page or a refusal. */
  readonly isAsked: boolean;
}

/** A page goes on only for the person it was made for, whoever else may open the same address. */
export function renewalOf(person: string | undefined, answered: AnsweredPage): Renewal {
  if (answered.person && answered.person !== person) return { kind: 'somebody-else' };
  const { token } = answered;
  return answered.person && answered.isAsked && token ? { kind: 'renewed', token } : { kind: 'signed-out' };
}

/** After somebody has signed in again in another tab: asks for this page once more and, for the same person, takes over its token. */
async function renewToken(): Promise<Renewal> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const renewal = renewalOf(document.body.dataset['person'], {
    person: page.body.dataset['person'],
    token: page.querySelector<HTMLInputElement>(TOKEN_FIELDS)?.value,
    isAsked: response.ok && new URL(response.url).pathname === location.pathname,
  });
  if (renewal.kind !== 'renewed') return renewal;
  for (const field of document.querySelectorAll<HTMLInputElement>(TOKEN_FIELDS)) field.value = renewal.token;
  return renewal;
}

const TOKEN_FIELDS = `input[name="${FORM_TOKEN_FIELD}"]`;

/** Signed out, a token of another session, or an address that is not open to whoever is signed in now. */
const SHUT_OUT = [401, 403, 404];

/** Why a save was refused before a handler saw it: signed out, or a page that is too old; `null` when it was not. */
export interface SentAnswer<T> extends Answer<T> {
  readonly shutOut: 'signed-out' | 'somebody-else' | null;
}

/**
 * Sends with the page's token, and once more with a new one when the same person has signed in again meanwhile.
 * The old token opens nothing in another person's session, so what was sent first stays unread.
 */
export async function sendRenewing<T>(token: { current: string }, send: (formToken: string) => Promise<Answer<T>>): Promise<SentAnswer<T>> {
  let answer = await send(token.current);
  if (!SHUT_OUT.includes(answer.status)) return { ...answer, shutOut: null };
  const renewal = await renewToken();
  if (renewal.kind === 'somebody-else') return { ...answer, shutOut: renewal.kind };
  if (renewal.kind === 'renewed') {
    token.current = renewal.token;
    answer = await send(renewal.token);
  }
  return { ...answer, shutOut: answer.status === 401 || answer.status === 403 ? 'signed-out' : null };
}
