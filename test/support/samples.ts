import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** The facts of an entry are told after it, by programs that write it as it comes. */
const TOLD_AFTER = 8;

/** A ZIP of stored entries: the one kind that DOCX, XLSX and PPTX are made of. */
function zip(entries: Readonly<Record<string, string | Buffer>>, isStreamed = false): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(isStreamed ? TOLD_AFTER : 0, 2);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const first = Buffer.from(facts);
    if (isStreamed) first.fill(0, 10, 22);
    const after = isStreamed ? [Buffer.from('PK\x07\x08', 'latin1'), facts.subarray(10, 22)] : [];
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), first, path, data, ...after]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const contentTypes = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;

const office = (part: string, type: string): Buffer =>
  zip({ '[Content_Types].xml': contentTypes(part, type), [part]: '<?xml version="1.0"?><document/>' });

/** As programs other than Word write it: a large picture first, what the parts are at the end, and perhaps the facts after each. */
export const officeWithPicture = (part: string, type: string, isStreamed: boolean): Buffer =>
  zip(
    {
      'word/media/image1.png': Buffer.alloc(200_000, 'PK\x03\x04picture', 'latin1'),
      [part]: '<?xml version="1.0"?><document/>',
      '[Content_Types].xml': contentTypes(part, type),
    },
    isStreamed,
  );

/** The smallest honest file of each kind that may be handed in. */
export const samples = {
  pdf: (text = 'Attrait'): Buffer =>
    Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Title(${text})>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
  png: (): Buffer =>
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
      chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  jpg: (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  docx: (): Buffer => office('word/document.xml', 'wordprocessingml.document'),
  xlsx: (): Buffer => office('xl/workbook.xml', 'spreadsheetml.sheet'),
  pptx: (): Buffer => office('ppt/presentation.xml', 'presentationml.presentation'),
  zip: (): Buffer => zip({ 'E0001.txt': 'capture' }),
  csv: (): Buffer => Buffer.from('organisation;abonnés\nSemelle Nord;1200\n'),
  md: (): Buffer => Buffer.from('# Guide de codage\n\nVersion 1.0\n'),
} as const;
