import { Readable } from 'node:stream';
import type { Blobs } from '../../platform/blobs/blobs.js';
import { FileTooLarge, NoRoomLeft, StoreUnreachable, WrongKind } from '../../platform/blobs/blobs.errors.js';
import { kindOf } from '../../platform/blobs/file-kind.js';
import type { UploadedFile } from '../../platform/http/upload.js';
import { bytesText } from '../../platform/markup/amounts.js';
import type { Localised } from '../../kernel/localised.js';
import { submissionTexts } from '../text.js';
import { LARGEST_FILE_BYTES, MOST_FILES } from './draft.js';
import { type FieldErrors, type ReceivedFile, withError } from './stage-context.js';

const NAME_CHARACTERS = 150;

/** The files of one form, stored one after the other as they arrive. What is wrong with one is noted, and the others go on. */
export class IncomingFiles {
  readonly received: ReceivedFile[] = [];
  errors: FieldErrors = {};

  constructor(
    private readonly blobs: Blobs,
    /** How many more the draft takes; asked only when a file comes. */
    private readonly room: () => Promise<number>,
  ) {}

  async take(file: UploadedFile, deliverable: string): Promise<void> {
    const name = cleanName(file.name);
    // Read to its end whatever happens: a stream that is left or destroyed takes the fields after it along.
    const chunks = file.stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
    try {
      const problem = await this.keep(chunks, name, deliverable);
      if (problem) this.errors = withError(this.errors, file.field, problem);
    } finally {
      await drain(chunks);
    }
  }

  private async keep(chunks: AsyncIterator<Buffer>, name: string, deliverable: string): Promise<Localised | null> {
    const t = submissionTexts;
    if (this.received.length >= (await this.room()))
      return { fr: t.fr.work.errors.tooMany(name, MOST_FILES), en: t.en.work.errors.tooMany(name, MOST_FILES) };
    const first = await chunks.next();
    if (first.done) return t.inBoth.work.errors.empty(name);
    try {
      this.note({ deliverable, name, ...(await this.store(name, continued(first.value, chunks))) });
      return null;
    } catch (error) {
      return problemOf(error, name);
    }
  }

  /** @throws WrongKind where the content is not what the name says, and what `Blobs.receive` throws. */
  private async store(name: string, content: AsyncIterable<Buffer>): Promise<Pick<ReceivedFile, 'sha256' | 'size' | 'mediaType'>> {
    let mediaType = '';
    const received = await this.blobs.receive(Readable.from(content), LARGEST_FILE_BYTES, async (path) => {
      mediaType = (await kindOf(name, path)) ?? '';
      if (!mediaType) throw new WrongKind();
    });
    return { ...received, mediaType };
  }

  /** Chosen twice, a file is there once. */
  private note(file: ReceivedFile): void {
    const { deliverable, name, sha256 } = file;
    if (!this.received.some((one) => one.deliverable === deliverable && one.name === name && one.sha256 === sha256))
      this.received.push(file);
  }
}

async function drain(chunks: AsyncIterator<Buffer>): Promise<void> {
  while (!(await chunks.next()).done);
}

/** A name is only ever shown, never a path: no signs that hide, reorder or break lines, no slash, not endless. */
export function cleanName(name: string): string {
  const plain = Buffer.from(name, 'utf8')
    .toString('utf8')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll('/', '_')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...plain];
  if (letters.length <= NAME_CHARACTERS) return plain;
  const ending = [...(/\.[^.]{1,10}$/u.exec(plain)?.[0] ?? '')];
  return [...letters.slice(0, NAME_CHARACTERS - ending.length - 1), '…', ...ending].join('');
}

/** What is wrong with a file, by its name; anything that is not the file's fault goes on. */
function problemOf(error: unknown, name: string): Localised {
  const { fr, en, inBoth } = submissionTexts;
  if (error instanceof WrongKind) return inBoth.work.errors.wrongKind(name);
  if (error instanceof NoRoomLeft) return inBoth.work.errors.noRoom(name);
  if (error instanceof StoreUnreachable) return inBoth.work.errors.noStore(name);
  if (!(error instanceof FileTooLarge)) throw error;
  return {
    fr: fr.work.errors.tooLarge(name, bytesText('fr', LARGEST_FILE_BYTES)),
    en: en.work.errors.tooLarge(name, bytesText('en', LARGEST_FILE_BYTES)),
  };
}

async function* continued(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}
