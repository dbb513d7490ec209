import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { DOMParser } from '@xmldom/xmldom';
import { csvParseRows } from 'd3-dsv';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFormula } from '../../src/csv/write.ts';
import { soundFolder } from '../content/corpus.ts';
import { buildInto } from './build-into.ts';

/** Words that would end a tag, an attribute, a comment, a script, a TeX group or a record, or run in a spreadsheet. */
const harm = `=cmd|'/C calc'!A0 </script><script>alert("x")</script><img src=x onerror=alert(1)> '"\`&amp;]]>--> \\input{x} $x_1%# }`;
const quoted = JSON.stringify(harm);
const lines = JSON.stringify(`=1+1 ${harm}\nER  - \nTY  - RPRT\n@misc{x, title={y}}`);

const out = mkdtempSync(join(tmpdir(), 'portal-escaping-'));
const { folder, read, write, remove } = soundFolder();
afterAll(() => {
  remove();
  rmSync(out, { recursive: true, force: true });
}, 60_000);

const site = join(out, 'site');
let files: string[] = [];
const text = (file: string) => readFileSync(join(site, file), 'utf8');
const ending = (...endings: string[]) => files.filter((file) => endings.some((end) => file.endsWith(end)));

beforeAll(() => {
  const file = 'case-studies/fenced-valley/index.mdx';
  write(
    file,
    read(file)
      .replace(/^title: .*$/m, `title: ${JSON.stringify(harm.slice(0, 119))}\nauthors: [{ name: ${quoted} }]`)
      .replace(/^summary: .*$/m, `summary: ${lines}`)
      .replace(/^ {2}name: .*$/m, `  name: ${quoted}`)
      .replace(
        /^ {4}label: .*$/m,
        `    label: ${quoted}\n    note: ${quoted}\n    method: ${quoted}\n    period: ${JSON.stringify(harm.slice(0, 110))}`,
      )
      .replace(
        /^ {4}title: .*$/m,
        `    title: ${lines}\n    container-title: ${quoted}\n    publisher: ${quoted}\n    page: ${quoted}\n    seen: "https://e.org/'onmouseover='alert(1)"`,
      )
      .replace(
        '{ family: Nobody, given: N. }',
        `{ family: ${quoted}, given: ${quoted} }, { literal: ${quoted} }`,
      )
      .replace(
        'A fence was built.',
        'A fence was built &lt;script&gt;alert(1)&lt;/script&gt; `<img src=x onerror=alert(1)>` and =1+1.',
      )
      .replace('caption="Plots"', 'caption="&lt;script>alert(1)&lt;/script>"'),
  );
  write(
    'case-studies/fenced-valley/plots.csv',
    `plot,note\n=1+1,"${harm.replaceAll('"', '""')}"\n-5.2,<script>\n`,
  );
  write('institutions/made-up-institute.yaml', `name: ${quoted}\nkind: research\ncountry: ETH\n`);
  write(
    'glossary/made-up-term.yaml',
    `term: { en: ${JSON.stringify(harm.slice(0, 60))} }\ndefinition: { en: ${quoted} }\nbasis: own-words\nsources: [shared-2019]\n`,
  );
  write(
    'references/shared-2019.yaml',
    `type: report\ntitle: ${lines}\nauthor: [{ literal: ${quoted} }]\nissued: "2019"\n`,
  );
  buildInto(site, { CONTENT_DIR: folder, LOCALES: 'en' });
  files = readdirSync(site, { recursive: true, encoding: 'utf8' });
}, 300_000);

describe('hostile words in facts, with the check bypassed', () => {
  it('stay words in every page', () => {
    const strangers: string[] = [];
    const see = (node: DefaultTreeAdapterTypes.ChildNode, file: string): void => {
      if (!('tagName' in node)) return;
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      const isData =
        attributes['type'] === 'application/ld+json' || attributes['type'] === 'application/json';
      if (node.tagName === 'script' && !isData && !/^\/(?:assets|pagefind)\//.test(attributes['src'] ?? ''))
        strangers.push(`${file}: <script ${JSON.stringify(attributes)}>`);
      if (node.tagName === 'img' && attributes['src'] === 'x') strangers.push(`${file}: <img>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith('on')) strangers.push(`${file}: ${name}=${value}`);
        if (/^(?:href|src)$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value))
          strangers.push(`${file}: ${value}`);
      }
      node.childNodes.forEach((child) => {
        see(child, file);
      });
    };
    for (const file of ending('.html')) for (const node of parse(text(file)).childNodes) see(node, file);
    expect(strangers).toEqual([]);
    expect(text('case-studies/fenced-valley/index.html')).toContain('&lt;script&gt;alert(&quot;x&quot;)');
  });

  it('stay words in JSON-LD and open data', () => {
    const page = text('case-studies/fenced-valley/index.html');
    const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, json = '']) => json,
    );
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(JSON.stringify(JSON.parse(block))).toContain('</script><script>');
    for (const file of ending('.json')) expect(() => JSON.parse(text(file)), file).not.toThrow();
  });

  it('stay words in RSS and sitemaps', () => {
    const documents = ending('.xml');
    expect(documents.length).toBeGreaterThan(1);
    for (const file of documents) {
      const faults: string[] = [];
      const parser = new DOMParser({ onError: (level, message) => faults.push(`${level} ${message}`) });
      const xml = parser.parseFromString(text(file), 'text/xml');
      expect(faults, file).toEqual([]);
      expect(xml.getElementsByTagName('script').length, file).toBe(0);
    }
    expect(text('feed.xml')).toContain('&lt;/script&gt;');
  });

  it('are run by no spreadsheet', () => {
    const tables = ending('.csv');
    expect(tables.length).toBeGreaterThan(3);
    for (const file of tables)
      for (const row of csvParseRows(text(file)))
        for (const cell of row) expect(isFormula(cell), `${file}: ${cell}`).toBe(false);
    expect(text('media/case-studies/fenced-valley/plots.csv')).toContain('\n-5.2,');
  });

  it('make no second record in BibTeX and RIS', () => {
    const bibtex = ending('.bib');
    expect(bibtex.length).toBeGreaterThan(1);
    for (const file of bibtex) {
      const { entries, errors } = parseBibtex(text(file));
      expect(errors, file).toEqual([]);
      if (file.endsWith('library.bib')) {
        // The whole library in one file: every record has the id of an entry or source, and none stands twice.
        const keys = entries.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[a-z0-9][a-z0-9.:-]*$/);
        continue;
      }
      const expected = file.endsWith('sources.bib') ? text(file.replace('.bib', '.json')) : '[1]';
      expect(entries.length, file).toBe((JSON.parse(expected) as unknown[]).length);
    }
    for (const file of ending('.ris')) {
      const records = text(file)
        .split(/\r?\n/)
        .filter((line) => line !== '');
      for (const line of records) expect(line, file).toMatch(/^[A-Z][A-Z\d] {2}- ?/);
      expect(records.filter((line) => line.startsWith('TY')).length, file).toBe(1);
    }
  });
});
