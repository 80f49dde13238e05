import { buffer } from 'node:stream/consumers';
import { XMLParser } from 'fast-xml-parser';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

const CONTENT_TYPES = '[content_types].xml';
/** A list of content types has some hundred lines; more is no document of an office program. */
const LARGEST_LIST_BYTES = 1024 * 1024;
/** No office document has so many parts. */
const MOST_PARTS = 20_000;
/** The content type of an office document's main part is its media type and this word. */
const MAIN_PART = '.main+xml';

/**
 * What an archive is, by its central directory, wherever its entries lie: the media type of an office document, `application/zip` for
 * any other archive, and undefined for what no reader of archives opens.
 */
export async function archiveKind(path: string): Promise<string | undefined> {
  let archive: ZipFile | undefined;
  try {
    archive = await openPromise(path, { decodeStrings: false, autoClose: false });
    const list = await findContentTypes(archive);
    return list ? await mainPartOf(archive, list) : 'application/zip';
  } catch (error) {
    // The reader's own words for a broken archive carry no code; a disk that fails has one.
    if ((error as NodeJS.ErrnoException).code?.startsWith('E')) throw error;
    return undefined;
  } finally {
    archive?.close();
  }
}

async function findContentTypes(archive: ZipFile): Promise<Entry | undefined> {
  let seen = 0;
  for await (const entry of archive.eachEntry()) {
    if (nameOf(entry) === CONTENT_TYPES && entry.uncompressedSize <= LARGEST_LIST_BYTES) return entry;
    if (++seen === MOST_PARTS) return undefined;
  }
  return undefined;
}

const nameOf = ({ fileNameRaw }: Entry): string =>
  fileNameRaw
    .toString('latin1')
    .replace(/^[/\\]/, '')
    .toLowerCase();

async function mainPartOf(archive: ZipFile, entry: Entry): Promise<string> {
  const list = await buffer(await archive.openReadStreamPromise(entry));
  const types = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    isArray: (name) => LINES.has(name),
  });
  const { Types } = types.parse(list) as { Types?: Partial<Record<string, readonly { ContentType?: string }[]>> };
  const main = [...(Types?.['Override'] ?? []), ...(Types?.['Default'] ?? [])].find(({ ContentType }) => ContentType?.endsWith(MAIN_PART));
  return main?.ContentType!.slice(0, -MAIN_PART.length) ?? 'application/zip';
}

const LINES = new Set(['Override', 'Default']);
