/** Reads CSV by the letter of RFC 4180: CRLF after every record, quotes doubled, every record as wide as the header. */
export function readStrictCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`${why} at character ${at}, record ${records.length + 1}`);
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        if (at >= text.length) fail('a quoted cell does not end');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
        at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') {
        if (text[at] === '"') fail('a quote inside a plain cell');
        cell += text[at];
        at += 1;
      }
    }
    record.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      if (records[0] && record.length !== records[0].length)
        fail(`${record.length} cells where the header has ${records[0].length}`);
      records.push(record);
      record = [];
      continue;
    } else fail('neither a comma nor CRLF after a cell');
    if (at >= text.length) fail('the last record has no CRLF');
  }
  if (record.length > 0) fail('the last record has no CRLF');
  return records;
}
