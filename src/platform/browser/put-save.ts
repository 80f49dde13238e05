import type { SaveAnswer } from '../saving/save.shared.js';
import { putJson } from './post.js';
import { sendRenewing, type SentAnswer } from './renew.js';

/** What is answered before anything is looked at, such as to a page that is too old. */
interface Refusal {
  readonly message?: string;
}
export type ShutOut = NonNullable<SentAnswer<unknown>['shutOut']>;

interface PutSave<Content> {
  readonly answer: SaveAnswer<Content>;
  /** Why nothing can be saved until somebody signs in again. */
  readonly shutOut: ShutOut | null;
}

/** Sends one save by version with the page's token. @throws as `putJson` does, when nobody answered. */
export async function putSave<Content>(
  token: { current: string },
  address: string,
  request: { readonly version: number },
  sentences: Readonly<Record<ShutOut, string>>,
): Promise<PutSave<Content>> {
  const { shutOut, body } = await sendRenewing(token, (formToken) => putJson<SaveAnswer<Content> | Refusal>(address, request, formToken));
  if (shutOut) return { shutOut, answer: { kind: 'refused', because: sentences[shutOut] } };
  return { shutOut, answer: 'kind' in body ? body : { kind: 'refused', because: body.message ?? '' } };
}
