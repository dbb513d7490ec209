import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { problemWords, sayProblem } from '../guard/say-problem.ts';
import { planOf } from './book.ts';
import { checkBook } from './check.ts';
import { readCsvSheet } from './csv-book.ts';
import { exampleFor } from './examples.ts';
import { readWorkbook } from './read-workbook.ts';
import { cellName } from './sheet-problem.ts';

const plan = planOf('case-studies');
const epoch = { created: new Date(0), modified: new Date(0) };

type Rows = CellValue[][];
type Book = Record<string, Rows>;

/** A quick case that is right, made of the examples of the template. */
function soundBook(): Book {
  const pick = (sheet: string, names: readonly string[]): Rows => {
    const columns = plan.sheets.find(({ name }) => name === sheet)?.columns ?? [];
    const found = names.map((name) => columns.find((column) => column.name === name));
    return [
      [...names],
      found.map((column) => {
        if (!column) throw new Error('no such column');
        const example = exampleFor(sheet, column);
        return column.kind === 'number' ? Number(example) : example;
      }),
    ];
  };
  return {
    case: pick('case', [
      ...[
        'slug',
        'title',
        'summary',
        'licence',
        'review.state',
        'review.date',
        'place.name',
        'place.countries',
      ],
      ...[
        'place.point.lat',
        'place.point.lon',
        'place.point.basis',
        'ecosystems',
        'drivers',
        'interventions',
      ],
      ...['restoration', 'started'],
    ]),
    outcomes: pick('outcomes', [
      ...['case', 'id', 'label', 'indicator', 'role', 'kind', 'value', 'unit', 'substance', 'carbon.pool'],
      ...['carbon.depth.top', 'carbon.depth.bottom', 'carbon.baseline', 'years', 'sources'],
    ]).map((row, index) =>
      row.map((cell, column) =>
        index === 1 && column === 8 ? 'C' : column === 9 && index === 1 ? 'soil-organic-carbon' : cell,
      ),
    ),
    sources: pick('sources', ['case', 'id', 'type', 'title', 'author', 'issued']),
  };
}

const write = (
  book: Book,
  merges: Record<string, { startRow: number; startCol: number; endRow: number; endCol: number }[]> = {},
) =>
  writeXlsx({
    properties: epoch,
    sheets: Object.entries(book).map(([name, rows]) => ({
      name,
      rows,
      ...(merges[name] ? { merges: merges[name] } : {}),
    })),
  });

/** What is said of a workbook, as sheet!cell code. */
async function saidOf(bytes: Uint8Array): Promise<string[]> {
  const { sheets, problems } = await readWorkbook(bytes);
  const all = sheets.length === 0 ? problems : [...problems, ...checkBook(plan, sheets).problems];
  for (const problem of all)
    for (const language of Object.keys(problemWords) as (keyof typeof problemWords)[]) {
      const { message, hint } = sayProblem(problem, language);
      expect(`${message} ${hint}`, `${problem.code} ${language}`).not.toMatch(/\{\w+\}/);
    }
  return all.map((problem) => `${problem.sheet}!${cellName(problem)} ${problem.code}`);
}

function changed(sheet: string, column: string, value: CellValue): Book {
  const book = soundBook();
  const rows = book[sheet];
  const at = rows?.[0]?.indexOf(column) ?? -1;
  if (!rows?.[1] || at < 0) throw new Error(`no ${sheet} ${column}`);
  rows[1][at] = value;
  return book;
}

describe('a filled workbook', () => {
  it('is right when it is right, in any order of columns and with labels for ids', async () => {
    expect(await saidOf(await write(soundBook()))).toEqual([]);
    const turned = Object.fromEntries(
      Object.entries(soundBook()).map(([name, rows]) => [name, rows.map((row) => row.toReversed())]),
    );
    expect(await saidOf(await write(turned))).toEqual([]);
    const { sheets } = await readWorkbook(
      await write(changed('case', 'drivers', '过度放牧； EROSIÓN HÍDRICA;mining')),
    );
    expect(checkBook(plan, sheets).contributions[0]?.facts['drivers']).toEqual([
      'overgrazing',
      'water-erosion',
      'mining',
    ]);
  });

  it.each<[string, Book, readonly string[]]>([
    ['a decimal comma', changed('outcomes', 'value', '41,2'), ['outcomes!G2 number-format']],
    ['a thousands separator', changed('outcomes', 'value', '12,000'), ['outcomes!G2 number-format']],
    ['a unit in the number', changed('outcomes', 'value', '41.2 t/ha'), ['outcomes!G2 number-format']],
    [
      'a date that Excel made of a year',
      changed('case', 'started', new Date(Date.UTC(1999, 4, 1))),
      ['case!P2 excel-date', 'case!P2 missing-key'],
    ],
    [
      'a date in a number',
      changed('outcomes', 'years', new Date(Date.UTC(1910, 0, 9))),
      ['outcomes!N2 excel-date'],
    ],
    ['a missing title', changed('case', 'title', ''), ['case!B2 missing-key']],
    [
      'a missing slug',
      changed('case', 'slug', null),
      ['case!A2 missing-key', 'outcomes!A2 row-of-nobody', 'sources!A2 row-of-nobody'],
    ],
    [
      'a slug that is none',
      changed('case', 'slug', 'My Valley'),
      ['case!A2 slug', 'outcomes!A2 row-of-nobody', 'sources!A2 row-of-nobody'],
    ],
    ['a driver that is none', changed('case', 'drivers', 'overgrasing'), ['case!M2 not-allowed']],
    ['latitude out of range', changed('case', 'place.point.lat', 109.5), ['case!I2 latitude']],
    ['a unit that is none', changed('outcomes', 'unit', 't C/ha'), ['outcomes!H2 unit-substance']],
    [
      'depth upside down',
      changed('outcomes', 'carbon.depth.bottom', -5),
      ['outcomes!L2 too-small', 'outcomes!L2 depth-upside-down'],
    ],
    ['no depth', changed('outcomes', 'carbon.depth.top', null), ['outcomes!K2 missing-key']],
    ['a row of nobody', changed('sources', 'case', 'other-valley'), ['sources!A2 row-of-nobody']],
  ])('%s is said at its cell', async (_, book, said) => {
    expect(await saidOf(await write(book))).toEqual(said);
  });

  it('says everything at once', async () => {
    const book = changed('case', 'title', '');
    const outcomes = changed('outcomes', 'value', '41,2')['outcomes'] ?? [];
    outcomes[0]?.push('notes', 'unit', '');
    outcomes[1]?.push('x', 'g/kg', 'loose');
    book['outcomes'] = outcomes;
    book['Source'] = book['sources'] ?? [];
    delete book['sources'];
    expect(await saidOf(await write(book))).toEqual([
      'Source!A1 sheet-unknown',
      'case!B2 missing-key',
      'outcomes!P1 column-unknown',
      'outcomes!Q1 column-twice',
      'outcomes!G2 number-format',
      'outcomes!R2 column-unnamed',
    ]);
  });

  it('without its first sheet or its first row', async () => {
    const { case: first = [], ...rest } = soundBook();
    expect(await saidOf(await write(rest))).toContain('case!A1 sheet-missing');
    expect(await saidOf(await write({ ...rest, case: first.slice(0, 1) }))).toContain('case!A2 sheet-empty');
  });

  it('with two cases needs to know which row belongs to which', async () => {
    const book = soundBook();
    const second = book['case']?.[1]?.map((cell, index) => (index === 0 ? 'other-valley' : cell));
    book['case']?.push(second ?? []);
    const row = book['sources']?.[1];
    if (row) row[0] = null;
    expect(await saidOf(await write(book))).toEqual(['sources!A2 row-without-owner']);
    book['case']?.push(second ?? []);
    expect(await saidOf(await write(book))).toContain('case!A4 duplicate-id');
  });

  it('with a depth both as a word and as figures', async () => {
    const book = soundBook();
    book['outcomes']?.[0]?.push('carbon.depth');
    book['outcomes']?.[1]?.push('not-stated');
    expect(await saidOf(await write(book))).toContain('outcomes!P2 either-or');
  });

  it('with more rows than are read', async () => {
    const book = soundBook();
    const row = book['sources']?.[1] ?? [];
    for (let more = 0; more < 5001; more += 1) book['sources']?.push(row);
    const { problems } = await readWorkbook(await write(book));
    expect(problems).toMatchObject([{ sheet: 'sources', line: 5001, code: 'sheet-too-long' }]);
  });

  it('with merged cells, errors and formulas', async () => {
    const merges = { case: [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }] };
    expect(await saidOf(await write(soundBook(), merges))).toEqual(['case!B2 merged-cells']);
    const bytes = await writeXlsx({
      properties: epoch,
      sheets: Object.entries(soundBook()).map(([name, rows]) => ({
        name,
        rows,
        ...(name === 'outcomes'
          ? {
              cells: new Map([
                ['1,6', { value: 41.2, type: 'formula' as const, formula: 'A1*0.58', formulaResult: 41.2 }],
                ['1,7', { value: '#REF!', type: 'error' as const }],
              ]),
            }
          : {}),
      })),
    });
    expect(await saidOf(bytes)).toEqual([
      'outcomes!G2 cell-formula',
      'outcomes!H2 cell-error',
      'outcomes!H2 unit',
    ]);
  });

  it('keeps script-like text as text', async () => {
    const script = '<script>alert(1)</script>{process.exit()}';
    const { sheets } = await readWorkbook(await write(changed('case', 'title', script)));
    expect(checkBook(plan, sheets).contributions[0]?.facts['title']).toBe(script);
    const book = soundBook();
    book['text'] = [
      ['section', 'text'],
      ['What was done', 'Run {process.exit()} and <script>x</script>.'],
    ];
    expect((await saidOf(await write(book))).map((one) => one.split(' ')[0])).toContain('text!B2');
  });
});

/** A zip archive of stored or deflated files, with sizes that may lie. */
function archive(files: readonly { name: string; data: Uint8Array; claims?: number }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims = data.length } of files) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

const workbookXml = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') };

describe('a hostile file', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'workbook-unreadable'],
    ['a text', Buffer.from('title,summary\n'), 'workbook-unreadable'],
    [
      'another archive',
      archive([{ name: 'word/document.xml', data: Buffer.from('<x/>') }]),
      'workbook-unreadable',
    ],
    [
      'an old workbook or one with a password',
      Buffer.from('d0cf11e0a1b11ae1'.repeat(80), 'hex'),
      'workbook-old',
    ],
    ['ten megabytes', Buffer.alloc(10_000_000, 80), 'workbook-too-large'],
    [
      'a bomb',
      archive([workbookXml, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(70_000_000, 32) }]),
      'workbook-too-large',
    ],
    [
      'a bomb that says it is empty',
      archive([workbookXml, { name: 'xl/a.xml', data: Buffer.alloc(1_000_000), claims: 0 }]),
      'workbook-too-large',
    ],
    [
      'a bomb that says it is small',
      archive([workbookXml, { name: 'xl/a.xml', data: Buffer.alloc(70_000_000), claims: 10 }]),
      'workbook-unreadable',
    ],
    [
      'a thousand files',
      archive([
        workbookXml,
        ...Array.from({ length: 1000 }, (_, index) => ({ name: `xl/${index}`, data: Buffer.from('x') })),
      ]),
      'workbook-too-large',
    ],
    [
      'macros',
      archive([workbookXml, { name: 'xl/vbaProject.bin', data: Buffer.from('x') }]),
      'workbook-refused',
    ],
    [
      'links to other files',
      archive([workbookXml, { name: 'xl/externalLinks/externalLink1.xml', data: Buffer.from('x') }]),
      'workbook-refused',
    ],
    [
      'connections to data bases',
      archive([workbookXml, { name: 'xl/connections.xml', data: Buffer.from('x') }]),
      'workbook-refused',
    ],
    [
      'embedded objects',
      archive([workbookXml, { name: 'xl/embeddings/oleObject1.bin', data: Buffer.from('x') }]),
      'workbook-refused',
    ],
    [
      'something behind the archive',
      Buffer.concat([archive([workbookXml]), Buffer.from('more')]),
      'workbook-unreadable',
    ],
    [
      'an archive in front of another',
      Buffer.concat([archive([workbookXml]), archive([workbookXml])]),
      'workbook-unreadable',
    ],
    [
      'XML with entities',
      archive([
        {
          name: 'xl/workbook.xml',
          data: Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'),
        },
      ]),
      'workbook-unreadable',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    const said = await saidOf(bytes);
    expect(said).toEqual([`!A1 ${code}`]);
  });

  it('of chance, or a workbook with bytes changed, is refused or read, and never crashes', async () => {
    const sound = await write(soundBook());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await saidOf(bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, byte] of changes) bytes[at] = byte;
          await saidOf(bytes);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('of sheets with anything in them never crashes', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
    );
    const names = fc.constantFrom('case', 'outcomes', 'sources', 'text', 'other');
    const header = fc.constantFrom(
      'slug',
      'case',
      'id',
      'value',
      'carbon.depth',
      'carbon.depth.top',
      '__proto__',
      'constructor',
      'text',
      'section',
      'place',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.array(header), fc.array(fc.array(cell))), { maxLength: 4 }),
        (sheets) => {
          checkBook(
            plan,
            sheets.map(([name, first, rows]) => ({ name, rows: [first, ...rows] })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a CSV file', () => {
  const read = (bytes: Uint8Array) => readCsvSheet('case', bytes);
  it('of Excel is read with semicolons, a mark at its beginning and CRLF', () => {
    const { sheet, problems } = read(Buffer.from('\ufeffslug;title\r\nmy-valley;A valley\r\n'));
    expect(problems).toEqual([]);
    expect(sheet?.rows).toEqual([
      ['slug', 'title'],
      ['my-valley', 'A valley'],
    ]);
  });

  it('keeps its line numbers over empty lines, and takes off the apostrophe before formulas', () => {
    const { sheet } = read(Buffer.from("slug,title\n\nx,'=1+1\ny,'quoted'\n"));
    expect(sheet?.rows[2]).toEqual(['x', '=1+1']);
    expect(sheet?.rows[3]).toEqual(['y', "'quoted'"]);
  });

  it('in GBK is named', () => {
    const gbk = Buffer.from([0x74, 0x2c, 0xcd, 0xcb, 0xbb, 0xaf, 0xb2, 0xdd, 0xb5, 0xd8]);
    expect(read(gbk).problems.map(({ code, values }) => [code, values['encoding']])).toEqual([
      ['encoding', 'gbk'],
    ]);
  });
});
