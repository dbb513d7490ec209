import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { escapeHtml } from '../i18n/typeset.ts';
import { collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import type { Source } from '../schemas/source.ts';
import { citedKeys } from '../schemas/walk.ts';
import type { Entry, Library } from './library.ts';

/** A source of a page: its number there, and the citation as it is printed. */
export interface NumberedSource {
  readonly number: number;
  readonly key: string;
  readonly source: Source;
  readonly html: string;
}

/** The sources of a page: its own in their order, then those of the shared library as they are cited. */
export function sourcesOf(library: Library, entry: Entry<Collection>): NumberedSource[] {
  const facts = entry.facts as { sources?: readonly (string | { id: string })[] };
  const own = (facts.sources ?? []).flatMap((source) => (typeof source === 'object' ? [source.id] : []));
  const cited = citedKeys(collections[entry.collection].schema, entry.facts).map(({ key }) => key);
  return [...new Set([...own, ...cited, ...entry.cited])].map((key, index) => {
    const source = library.source(entry, key);
    if (!source)
      throw new Error(`content/${entry.collection}/${entry.slug} cites ${key}, which is no source`);
    return { number: index + 1, key, source, html: formatSource(source) };
  });
}

/** CSL-JSON 1.0 from our YAML form: the plain date becomes date-parts. */
export function toCsl({ issued, seen, incomplete, ...csl }: Source): Record<string, unknown> {
  return issued ? { ...csl, issued: { 'date-parts': [issued.split('-').map(Number)] } } : csl;
}

const formatted = new WeakMap<Source, string>();
const byContent = new Map<string, string>();

/** The citation in APA style, as HTML with its address linked. */
export function formatSource(source: Source): string {
  const known = formatted.get(source);
  if (known !== undefined) return known;
  const content = JSON.stringify(source);
  const html = byContent.get(content) ?? format(source);
  byContent.set(content, html);
  formatted.set(source, html);
  return html;
}

/** Stand-ins keep markup in titles as text: the CSL processor would pass it through. */
const open = '\ue000';
const close = '\ue001';
const hidden = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('<', open).replaceAll('>', close) : value;

function format(source: Source): string {
  const item = JSON.parse(JSON.stringify(toCsl(source), hidden)) as Record<string, unknown>;
  const engine = plugins.config.get('@csl').engine([item], 'apa', 'en-US', 'html');
  engine.updateItems([source.id]);
  const entry = engine.makeBibliography()[1].join('');
  const html = entry
    .replaceAll(/<\/?div[^>]*>/g, '')
    .trim()
    .replaceAll(open, '&lt;')
    .replaceAll(close, '&gt;');
  return linkAddresses(html);
}

function linkAddresses(html: string): string {
  return html.replaceAll(/https?:\/\/[^\s<]+[^\s<.,;)]/g, (address) => `<a href="${address}">${address}</a>`);
}

/** Where the copy that was read stands, when it is not the address of the citation. */
export function seenAt(source: Source): string | undefined {
  return source.seen && /^https?:\/\//.test(source.seen)
    ? escapeHtml(source.seen.split(' ')[0] ?? '')
    : undefined;
}
