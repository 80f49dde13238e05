import { create } from 'content-disposition';

/** Beside a name that ASCII does not hold, an ASCII one for old readers. What would fool an eye is taken out first, and every slash. */
export function contentDisposition(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}]/gu, '').replaceAll('/', '_') || 'file';
  const fallback = clean
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%\\]/g, '_');
  return create(clean, { fallback });
}
