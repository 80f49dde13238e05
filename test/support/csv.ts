/** Reads a CSV file as RFC 4180 has it, with the delimiter its header uses: an independent reader for what the product writes. */
export function parse(text: string): string[][] {
  const body = text.replace(/^\ufeff/, '');
  const delimiter = body.slice(0, body.indexOf('\n')).includes(';') ? ';' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let place = 0; place < body.length; place += 1) {
    const sign = body[place]!;
    if (isQuoted && sign === '"' && body[place + 1] === '"') cell += body[(place += 1)];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === delimiter || sign === '\n')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else if (isQuoted || sign !== '\r') cell += sign;
  }
  return rows.filter((row) => row.length > 0);
}
