import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Lang, LANGS } from '../kernel/localised.js';
import { slideHash } from './deck-address.shared.js';

/** The parts of an address under `/slides`. */
export const LangParam = z.enum(LANGS);
export const UnitKey = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Where the deck stands at one of its slides. */
export const slideAddress = (lang: Lang, unit: string, { h, v }: { readonly h: number; readonly v: number }): string =>
  `/slides/${lang}/${unit}${slideHash(h, v)}`;

/** Changes with the content, and with nothing else. */
export const etagOf = (content: string | Buffer): string => `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
