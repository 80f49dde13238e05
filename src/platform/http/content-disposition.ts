/** RFC 6266 with the extended notation of RFC 8187: an ASCII name for old readers, the true one beside it. */
export function contentDisposition(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[/\\]/g, '_') || 'file';
  const ascii = clean
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%\\]/g, '_');
  const extended = encodeURIComponent(clean).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`;
}
