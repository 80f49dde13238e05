/** A page is US Letter, in points, as printers in Québec have it. */
const PAGE = { width: 612, height: 792, margin: 72 };
const BODY = { size: 11, leading: 15, most: 88 };
const LINES_A_PAGE = 40;

/** Signs outside Latin-1 that French and English text needs, where Windows' alphabet has them. */
const WINDOWS: Record<string, number> = {
  '’': 0x92,
  '‘': 0x91,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
  œ: 0x9c,
  Œ: 0x8c,
  '•': 0x95,
};

/** A real PDF of plain paragraphs, one file that every reader opens: no picture, no script, no font to carry along. */
export function smallPdf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), '']);
  const pages: string[][] = [];
  for (let start = 0; start < lines.length; start += LINES_A_PAGE) pages.push(lines.slice(start, start + LINES_A_PAGE));
  const contents = pages.map((page, index) => contentOf(index === 0 ? title : null, page));
  const first = 4;
  const kids = contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-CA) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 1 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]);
}

/** The objects one after the other, and the table of where each begins. Texts hold a byte in each character. */
function fileOf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}

function contentOf(title: string | null, lines: readonly string[]): string {
  const start = `1 0 0 1 ${PAGE.margin} ${PAGE.height - PAGE.margin} Tm`;
  const head = title === null ? '' : `/F1 16 Tf (${escaped(title)}) Tj 0 -30 Td `;
  return `BT ${start} ${head}/F1 ${BODY.size} Tf ${BODY.leading} TL ${lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ')} ET`;
}

const escaped = (text: string): string =>
  [...text]
    .map(byteOf)
    .join('')
    .replace(/[\\()]/g, (sign) => `\\${sign}`);

function byteOf(sign: string): string {
  const code = WINDOWS[sign] ?? sign.codePointAt(0) ?? 0;
  return String.fromCharCode(code < 256 ? code : 0x3f);
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line && line.length + 1 + word.length > BODY.most) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
