import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretsIn } from '../config/secrets.js';

type Signing = { readonly SESSION_SECRET?: string | undefined };

/** What this installation signs a text with, by its newest secret first: 43 letters that an address can hold. */
export const signaturesOf = ({ SESSION_SECRET }: Signing, text: string): readonly [string, ...string[]] => {
  const [newest, ...former] = secretsIn(SESSION_SECRET!);
  const signed = (secret: string): string => createHmac('sha256', secret).update(text).digest('base64url');
  return [signed(newest), ...former.map(signed)];
};

/** Whether this installation signed the text so, with any secret that it still believes; it takes the same time whatever was given. */
export const isSigned = (env: Signing, text: string, given: string): boolean =>
  signaturesOf(env, text)
    .map((signature) => isSame(signature, given))
    .includes(true);

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
