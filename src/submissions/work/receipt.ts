import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U, which are misread or mean something. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

const group = (): string => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A receipt's number, such as `7KQ3F-9M2XD`: short enough to be read out, one of 10^15. */
export const newReceipt = (): string => `${group()}-${group()}`;
