import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { archiveKind } from './archive-kind.js';
import { isPlainText } from './plain-text.js';

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
const HEAD_BYTES = 4096;
/** Readers of PDF look for its mark in the first kilobyte: some programs write a line of their own before it. */
const PDF_MARK_WITHIN_BYTES = 1024;

/**
 * The media type of a file whose name and content agree, or null when the kind is not accepted or the content is something else.
 * The whole file at `path` is looked at, as the usual readers of each kind do.
 */
export async function kindOf(name: string, path: string): Promise<string | null> {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!isEnding(ending)) return null;
  return (await isOfKind(ending, path)) ? KINDS[ending] : null;
}

async function isOfKind(ending: Ending, path: string): Promise<boolean> {
  const head = await readHead(path);
  switch (ending) {
    case 'csv':
    case 'md':
      return !isPdf(head) && (await isPlainText(path));
    case 'zip':
      return (await archiveKind(path)) !== undefined;
    case 'docx':
    case 'pptx':
    case 'xlsx':
      return (await archiveKind(path)) === KINDS[ending];
    case 'pdf':
      return isPdf(head);
    default:
      return isPicture(head, KINDS[ending]);
  }
}

/** A PNG that moves is a PNG to every reader. */
async function isPicture(head: Buffer, claimed: string): Promise<boolean> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  return found === claimed || (found === 'image/apng' && claimed === KINDS.png);
}

const isPdf = (head: Buffer): boolean => /%PDF-\d/.test(head.subarray(0, PDF_MARK_WITHIN_BYTES).toString('latin1'));

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
