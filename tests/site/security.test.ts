import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attribute, dist, readPages, textOf } from './pages.ts';

const pages = readPages();

describe('security of the built site', () => {
  it('sets a content security policy without unsafe-inline on every page', () => {
    for (const { address, elements } of pages) {
      const policy = elements.find(
        (element) => attribute(element, 'http-equiv') === 'Content-Security-Policy',
      );
      const text = (policy && attribute(policy, 'content')) ?? '';
      expect(text, address).toContain("default-src 'none'");
      expect(text, address).toContain("script-src 'self'");
      expect(text, address).not.toContain('unsafe-inline');
      expect(text.includes('wasm-unsafe-eval'), address).toBe(/\/search\/$/.test(address));
    }
  });

  it('lets other sites show the pages below /embed/ in a frame, and no others', () => {
    const rules = readFileSync(join(dist, '_headers'), 'utf8').split('\n');
    const closed = rules.filter((_, index) => rules[index + 1]?.includes("frame-ancestors 'none'"));
    const open = pages
      .map(({ address }) => address)
      .filter(
        (address) =>
          !closed.some((rule) =>
            rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : rule === address,
          ),
      );
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((address) => !address.startsWith('/embed/'))).toEqual([]);
    expect(rules.slice(0, rules.indexOf('/')).join()).not.toContain('frame-ancestors');
  });

  it('has no inline script, style or handler', () => {
    const found = pages.flatMap(({ address, elements }) =>
      elements.flatMap((element) => [
        ...element.attrs
          .filter(({ name }) => name === 'style' || name.startsWith('on'))
          .map(({ name }) => `${address} <${element.tagName} ${name}>`),
        ...(element.tagName === 'style' ? [`${address} <style>`] : []),
        ...(element.tagName === 'script' &&
        attribute(element, 'src') === undefined &&
        !/json$/.test(attribute(element, 'type') ?? '')
          ? [`${address} inline script`]
          : []),
      ]),
    );
    expect(found).toEqual([]);
  });

  it('holds data blocks that are JSON and cannot end their element', () => {
    let blocks = 0;
    for (const { address, elements } of pages) {
      for (const element of elements.filter(({ tagName }) => tagName === 'script')) {
        if (!/json$/.test(attribute(element, 'type') ?? '')) continue;
        const text = textOf(element);
        expect(text.includes('<'), address).toBe(false);
        expect(() => JSON.parse(text) as unknown, address).not.toThrow();
        blocks += 1;
      }
    }
    expect(blocks).toBeGreaterThan(50);
  });

  it('publishes no source map and no server code', () => {
    expect(existsSync(join(dist, '_astro'))).toBe(false);
    expect(existsSync(join(dist, 'server'))).toBe(false);
    expect(existsSync(join(dist, '.prerender'))).toBe(false);
  });
});
