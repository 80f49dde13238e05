import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FormTokens } from '../security/form-token.js';
import type { AttraitRequest } from '../security/request.js';
import { typedIn } from './form.js';
import { FORM_TOKEN_FIELD } from './form-token.shared.js';

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly stream: Readable;
}

interface Part {
  readonly type: 'file' | 'field';
  readonly fieldname: string;
  readonly value?: unknown;
}

/**
 * Reads a multipart form in its order: text fields are gathered, each file is handed to `take` while it arrives.
 * The form's token must come first (the `Form` component puts it there): nothing is stored for a forged request.
 * An empty file field, which browsers send for "no file", is passed over.
 * A form without a file may come as plain fields: then it has been read, and its token checked, before any handler.
 * @throws ForgedRequest when the token is missing or another's.
 */
export async function readUpload(
  request: AttraitRequest,
  tokens: FormTokens,
  take: (file: UploadedFile) => Promise<void>,
): Promise<Record<string, string>> {
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return plainFields(request.body);
  const fields: Record<string, string> = {};
  let isChecked = false;
  for await (const part of request.parts() as AsyncIterable<Part>) {
    if (!isChecked) {
      tokens.check(request, part.type === 'field' && part.fieldname === FORM_TOKEN_FIELD ? part.value : undefined);
      isChecked = true;
      continue;
    }
    if (part.type === 'field') fields[part.fieldname] = String(part.value ?? '');
    else await takeFile(part as unknown as MultipartFile, take);
  }
  if (!isChecked) tokens.check(request, undefined);
  return fields;
}

function plainFields(body: unknown): Record<string, string> {
  const { [FORM_TOKEN_FIELD]: _, ...fields } = typedIn(body);
  return fields;
}

async function takeFile(part: MultipartFile, take: (file: UploadedFile) => Promise<void>): Promise<void> {
  if (!part.filename) {
    part.file.resume();
    return;
  }
  await take({ field: part.fieldname, name: fileNameOf(part.filename), stream: part.file });
}

/** What a browser writes in place of the three signs that a header cannot hold (HTML, “multipart form data”). */
const ESCAPED: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' };
const WINDOWS_PATH = /^[a-z]:\\.*\\/i;

/** The file's own name: as it was written where it was named, without the folders that some programs send along. */
const fileNameOf = (sent: string): string =>
  sent
    .replace(/%22|%0D|%0A/g, (escape) => ESCAPED[escape]!)
    .replace(WINDOWS_PATH, '')
    .replace(/^.*\//s, '');
