import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { calculatorIds } from '../../src/calculators/load.ts';
import { attribute, dist, readPages, type SitePage } from './pages.ts';

const kilobyte = 1024;
const reading = { all: 50 * kilobyte, script: 8 * kilobyte };
const calculator = { all: 60 * kilobyte, script: 20 * kilobyte };

const sizes = new Map<string, number>();
function gzipped(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(file)).length;
  sizes.set(file, size);
  return size;
}

/** A script with all it imports, and what it imports later too where that is asked, except the search engine. */
function scriptFiles(file: string, later: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = later
    ? /(?:import|from)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g
    : /(?:import|from)\s*["'`](\.[^"'`]+\.js)["'`]/g;
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    scriptFiles(resolve(dirname(file), path), later, seen);
  }
  return seen;
}

/** The program of a calculator comes when somebody touches its form; the browser's tests weigh what arrives. */
const isCalculator = (address: string) => /\/calculators\/(?!page|verification)[^/]+\//.test(address);
/** So does the program of a form in which contributions are written. */
const isForm = (address: string) => /\/contribute\/(?:case-study|protocol|translation)\/$/.test(address);
/** The page of all effects is a table of the whole library: it has a budget of its own (issue 8). */
const isEvidence = (address: string) => /\/evidence\/$/.test(address);
/** And the science that works out pooled answers anew. */
const isSynthesis = (address: string) => address.endsWith('/evidence/synthesis/');
/** And what moves the map, sets entries side by side and looks for places like one. */
const isMap = (address: string) => address.endsWith('/map/');
const isCompare = (address: string) => address.endsWith('/compare/');
const isLike = (address: string) => address.endsWith('/map/like/');
const waits = (address: string) =>
  [isCalculator, isForm, isSynthesis, isMap, isCompare, isLike].some((is) => is(address));

function weigh({ address, file, elements }: SitePage): { all: number; script: number } {
  const local = (address: string) => resolve(dist, `.${new URL(address, 'http://site/').pathname}`);
  const scripts = new Set(
    elements
      .filter(({ tagName }) => tagName === 'script')
      .flatMap((element) => attribute(element, 'src') ?? [])
      .flatMap((src) => [...scriptFiles(local(src), !waits(address))]),
  );
  const others = elements
    .filter(
      (element) =>
        ['stylesheet', 'preload', 'icon', 'modulepreload'].includes(attribute(element, 'rel') ?? '') ||
        (element.tagName === 'img' && attribute(element, 'loading') !== 'lazy'),
    )
    .flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [])
    .map(local);
  const script = [...scripts].reduce((sum, path) => sum + gzipped(path), 0);
  return {
    script,
    all:
      gzipped(join(dist, file)) + script + [...new Set(others)].reduce((sum, path) => sum + gzipped(path), 0),
  };
}

const weights = readPages().map((page) => ({ address: page.address, ...weigh(page) }));

describe('weight of pages, gzip, with everything they load', () => {
  it('keeps reading pages within 50 kB and 8 kB of script', () => {
    const heavy = weights
      .filter(({ address }) => !waits(address) && !isEvidence(address))
      .filter(({ all, script }) => all > reading.all || script > reading.script);
    expect(heavy).toEqual([]);
  });

  it('keeps the page of all effects within 90 kB', () => {
    const pages = weights.filter(({ address }) => isEvidence(address));
    expect(pages.length).toBeGreaterThanOrEqual(6);
    expect(pages.filter(({ all, script }) => all > 90 * kilobyte || script > reading.script)).toEqual([]);
  });

  it('keeps pooled answers within 90 kB; the science for working them out anew and the rows come when they are used', () => {
    const pages = weights.filter(({ address }) => isSynthesis(address));
    expect(pages.length).toBeGreaterThan(0);
    const folder = join(dist, 'assets');
    const live = readdirSync(folder).find((name) => /^answer-anew\..*\.js$/.test(name)) ?? '';
    const program = [...scriptFiles(join(folder, live), true)].reduce((sum, path) => sum + gzipped(path), 0);
    expect(program, 'the program').toBeLessThanOrEqual(36 * kilobyte);
    for (const { address, all, script } of pages) {
      const locale = /^\/(\w\w)\//.exec(address)?.[1] ?? 'en';
      const rows = gzipped(join(dist, `evidence/synthesis/${locale}.json`));
      const size = `${address} ${(all / kilobyte).toFixed(1)} kB, script ${(script / kilobyte).toFixed(1)} kB, rows ${(rows / kilobyte).toFixed(1)} kB`;
      expect(all, size).toBeLessThanOrEqual(90 * kilobyte);
      expect(script, size).toBeLessThanOrEqual(reading.script);
      expect(rows, size).toBeLessThanOrEqual(24 * kilobyte);
    }
  });

  it('keeps the page of comparisons a reading page; what compares comes when somebody chooses', () => {
    const pages = weights.filter(({ address }) => isCompare(address));
    expect(pages).toHaveLength(6);
    expect(pages.filter(({ all, script }) => all > reading.all || script > reading.script)).toEqual([]);
    const folder = resolve(dist, 'assets');
    const program = readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .filter((name) => readFileSync(join(folder, name), 'utf8').includes('compare.footing'))
      .flatMap((name) => [...scriptFiles(join(folder, name), true)]);
    const size = [...new Set(program)].reduce((sum, path) => sum + gzipped(path), 0);
    expect(size, `the program, ${(size / kilobyte).toFixed(1)} kB`).toBeLessThanOrEqual(20 * kilobyte);
    for (const name of readdirSync(join(dist, 'compare')).filter((file) => file.endsWith('.json')))
      expect(gzipped(join(dist, 'compare', name)), name).toBeLessThanOrEqual(14 * kilobyte);
    const items = readdirSync(join(dist, 'case-studies'))
      .map((name) => join(dist, 'case-studies', name, 'compare.json'))
      .filter((file) => existsSync(file));
    expect(items.length).toBeGreaterThan(30);
    expect(Math.max(...items.map(gzipped))).toBeLessThanOrEqual(8 * kilobyte);
  });

  it('keeps the page of similar places a reading page; what ranks comes when somebody says something of a place', () => {
    const pages = weights.filter(({ address }) => isLike(address));
    expect(pages).toHaveLength(6);
    expect(pages.filter(({ all, script }) => all > reading.all || script > reading.script)).toEqual([]);
    const folder = resolve(dist, 'assets');
    const live = readdirSync(folder).find((name) => /^live-like\..*\.js$/.test(name)) ?? '';
    const program = [...scriptFiles(join(folder, live), true)].reduce((sum, path) => sum + gzipped(path), 0);
    expect(program, `the program, ${(program / kilobyte).toFixed(1)} kB`).toBeLessThanOrEqual(24 * kilobyte);
    for (const { address, all } of pages)
      console.log(
        `${address} ${(all / kilobyte).toFixed(1)} kB, program ${(program / kilobyte).toFixed(1)} kB`,
      );
  });

  it('keeps the map within 150 kB with the world, the cases and the program that moves it', () => {
    const pages = weights.filter(({ address }) => isMap(address));
    expect(pages.length).toBeGreaterThanOrEqual(6);
    const folder = join(dist, 'assets');
    const live = readdirSync(folder).find((name) => /^live-map\..*\.js$/.test(name)) ?? '';
    const program = [...scriptFiles(join(folder, live), true)].reduce((sum, path) => sum + gzipped(path), 0);
    const world = gzipped(join(dist, 'explore/land.json'));
    for (const { address, all } of pages) {
      const locale = /^\/(\w\w)\//.exec(address)?.[1] ?? 'en';
      const cases = gzipped(join(dist, `explore/cases.${locale}.json`));
      const parts = [all, program, world, cases]
        .map((part) => `${(part / kilobyte).toFixed(1)} kB`)
        .join(' + ');
      expect(all + program + world + cases, `${address} ${parts}`).toBeLessThanOrEqual(150 * kilobyte);
      if (locale === 'en') console.log(`${address} page + program + world + cases: ${parts}`);
    }
  });

  it('keeps calculator pages within 60 kB until somebody touches them', () => {
    const pages = weights.filter(({ address }) => isCalculator(address));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter(({ all, script }) => all > calculator.all || script > calculator.script)).toEqual([]);
  });

  it('keeps the forms of contributions within 60 kB until somebody writes', () => {
    const pages = weights.filter(({ address }) => isForm(address));
    expect(pages).toHaveLength(18);
    expect(pages.filter(({ all, script }) => all > calculator.all || script > reading.script)).toEqual([]);
  });

  it('loads the search engine on the search page only, and there not before its first use', () => {
    for (const { address, html } of readPages()) {
      expect(html.includes('src="/pagefind'), address).toBe(false);
      expect(html.includes('/pagefind/pagefind.js'), address).toBe(/\/search\/$/.test(address));
    }
  });

  it('prints the heaviest pages', () => {
    const heaviest = [...weights].sort((a, b) => b.all - a.all).slice(0, 5);
    console.log(
      heaviest
        .map(
          ({ address, all, script }) =>
            `${address} ${(all / kilobyte).toFixed(1)} kB, script ${(script / kilobyte).toFixed(1)} kB`,
        )
        .join('\n'),
    );
    expect(heaviest).toHaveLength(5);
  });
});

describe('what a calculator loads over the code that all share, gzip', () => {
  const folder = join(dist, 'assets');
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
  const oneOf = (found: readonly { readonly file: string }[], what: string): string => {
    const [first, ...others] = found;
    if (first === undefined || others.length > 0) throw new Error(`${found.length} files for ${what}`);
    return first.file;
  };
  const start = oneOf(
    scripts.filter(({ file, text }) => /\/start\.[^/]+$/.test(file) && text.includes('unitOf')),
    'the start of a calculator',
  );
  const shared = scriptFiles(start, false);
  const weighOver = (file: string, known: ReadonlySet<string>): number =>
    [...scriptFiles(file, false)]
      .filter((one) => !known.has(one))
      .reduce((sum, one) => sum + gzipped(one), 0);

  it.each(calculatorIds)('%s: a definition of 4 kB, and its science apart', (id) => {
    // `calculator.*` is the page's, `calculator-*` the worker's.
    const definition = oneOf(
      scripts.filter(
        ({ file, text }) =>
          /\/calculator\.[^/]+$/.test(file) && new RegExp(`id:["'\`]${id}["'\`],version:`).test(text),
      ),
      id,
    );
    const { text = '' } = scripts.find(({ file }) => file === definition) ?? {};
    const model = /["'`]\.\/(model\.[^"'`]+\.js)["'`]/.exec(text)?.[1];
    expect(model, 'the definition loads its science when it is used').toBeDefined();
    const science = weighOver(
      join(folder, model ?? ''),
      new Set([...shared, ...scriptFiles(definition, false)]),
    );
    const own = weighOver(definition, shared);
    const size = `definition ${(own / kilobyte).toFixed(1)} kB, science ${(science / kilobyte).toFixed(1)} kB`;
    console.log(`${id}: ${size}`);
    expect(own, size).toBeLessThanOrEqual(4 * kilobyte);
    expect(science, size).toBeGreaterThan(0);
  });
});

describe('the first 14 kB of a page', () => {
  it('hold its title, its lead and the beginning of its text', () => {
    const first = 14_336;
    for (const { address, file } of readPages()) {
      if (
        !/^\/(case-studies|protocols|management-models|policy-options|learning-paths)\/[^/]+\/$/.test(address)
      )
        continue;
      const packed = gzipSync(readFileSync(join(dist, file))).subarray(0, first);
      const arrived = gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
      expect(arrived, address).toContain('class="lead"');
      expect(arrived.split('<h2').length, address).toBeGreaterThanOrEqual(4);
    }
  });
});
