import { createReadStream } from 'node:fs';

/** Spreadsheets save "Unicode text" as UTF-16, which says so by its first two bytes. */
const UTF16_MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;
/** Signs that no text has: all that a keyboard cannot write, but tabs, ends of lines and pages, and the end mark of old programs. */
const CONTROLS = /[\x00-\x08\x0e-\x19\x1c-\x1f]/;

/** Whether the whole file is text: UTF-8, UTF-16 with its mark, or an alphabet of one byte a letter. What it begins with says nothing. */
export async function isPlainText(path: string): Promise<boolean> {
  const utf16 = await utf16Of(path);
  if (utf16) return decodes(path, utf16, CONTROLS);
  return (await decodes(path, 'utf-8', /\0/)) || (await decodes(path, 'latin1', CONTROLS));
}

async function utf16Of(path: string): Promise<keyof typeof UTF16_MARKS | null> {
  for await (const piece of createReadStream(path, { end: 1 })) {
    const start = [...(piece as Buffer)];
    if (String(start) === String(UTF16_MARKS['utf-16le'])) return 'utf-16le';
    if (String(start) === String(UTF16_MARKS['utf-16be'])) return 'utf-16be';
  }
  return null;
}

/** Whether every byte is a letter of that alphabet, and none of the letters is refused. */
async function decodes(path: string, alphabet: string, refused: RegExp): Promise<boolean> {
  const decoder = new TextDecoder(alphabet, { fatal: true });
  try {
    for await (const piece of createReadStream(path)) if (refused.test(decoder.decode(piece as Buffer, { stream: true }))) return false;
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
