import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attribute, dist, readPages } from './pages.ts';

const pages = readPages();
const ids = new Map(
  pages.map(({ address, elements }) => [
    address,
    new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])),
  ]),
);

describe('links of the built site', () => {
  it('lead to pages, files and places that exist', () => {
    const dead: string[] = [];
    for (const { address, elements } of pages) {
      for (const element of elements) {
        const target =
          attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'action');
        if (target === undefined || /^(https?:|mailto:|data:)/.test(target)) continue;
        const url = new URL(target, `http://site${address}`);
        const path = decodeURIComponent(url.pathname);
        const file = join(dist, path, path.endsWith('/') ? 'index.html' : '');
        if (!existsSync(file) || !statSync(file).isFile()) dead.push(`${address} -> ${target}`);
        // With a sign of equality the # carries what a page is asked, and no place on it.
        else if (
          url.hash !== '' &&
          !url.hash.includes('=') &&
          !ids.get(path)?.has(decodeURIComponent(url.hash.slice(1)))
        )
          dead.push(`${address} -> ${target} (no such place)`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('are unique ids on each page', () => {
    const twice = pages.flatMap(({ address, elements }) => {
      const seen = elements.flatMap((element) => attribute(element, 'id') ?? []);
      return seen.filter((id, index) => seen.indexOf(id) !== index).map((id) => `${address}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('load nothing from another origin', () => {
    const foreign = pages.flatMap(({ address, elements }) =>
      elements
        .filter(({ tagName }) =>
          ['script', 'img', 'link', 'iframe', 'source', 'video', 'audio', 'object', 'embed'].includes(
            tagName,
          ),
        )
        .filter((element) => !['canonical', 'alternate'].includes(attribute(element, 'rel') ?? ''))
        .map((element) => attribute(element, 'src') ?? attribute(element, 'href') ?? '')
        .filter((target) => /^(https?:)?\/\//.test(target))
        .map((target) => `${address} loads ${target}`),
    );
    expect(foreign).toEqual([]);
  });
});
