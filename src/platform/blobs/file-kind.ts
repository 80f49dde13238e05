import { fileTypeFromBuffer } from 'file-type';

/** What may be handed in: the ending of its name, and the media type that its content must show. */
const KINDS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  zip: 'application/zip',
  csv: 'text/csv',
  md: 'text/markdown',
} as const;
type Ending = keyof typeof KINDS;

export const ACCEPTED_ENDINGS = Object.keys(KINDS) as readonly Ending[];

const isEnding = (value: string): value is Ending => Object.hasOwn(KINDS, value);
const TEXT = new Set<string>(['text/csv', 'text/markdown']);

/**
 * The media type of a file whose name and content agree, or null when the kind is not accepted or the content is something else.
 * `head` is the beginning of the file: 64 KiB are enough to tell office documents from other archives.
 */
export async function kindOf(name: string, head: Buffer): Promise<string | null> {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!isEnding(ending)) return null;
  const claimed = KINDS[ending];
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (TEXT.has(claimed)) return found === undefined && isText(head) ? claimed : null;
  return found === claimed ? claimed : null;
}

/** Text has no NUL, and is UTF-8 but for a last character that the head may cut. */
function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    // Spreadsheets still save CSV in the Windows alphabet; it has no control characters either.
    return !/[\x00-\x08\x0e-\x1f]/.test(head.toString('latin1'));
  }
}
