import { sourceTypes } from '../schemas/source.ts';
import type { Value, Values } from './values.ts';

/** What was pasted: records as rows of the list of sources, or why there are none. */
export type SourceReading =
  | { readonly ok: true; readonly rows: readonly Values[] }
  | { readonly ok: false; readonly code: 'empty' | 'identifier' | 'unreadable' };

type Csl = Readonly<Record<string, unknown>>;

/** A record of a DOI (CSL-JSON), BibTeX or RIS, told apart by how it begins. The library loads when it is needed. */
export async function readSources(text: string): Promise<SourceReading> {
  const pasted = text.replace(/^\ufeff/, '').trim();
  if (pasted === '') return { ok: false, code: 'empty' };
  if (/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$|^https?:\/\/\S+$/i.test(pasted))
    return { ok: false, code: 'identifier' };
  try {
    const records = await recordsIn(pasted);
    const rows = records.map(rowOf).filter((row) => typeof row['title'] === 'string');
    return rows.length > 0 ? { ok: true, rows } : { ok: false, code: 'unreadable' };
  } catch {
    return { ok: false, code: 'unreadable' };
  }
}

async function recordsIn(text: string): Promise<Csl[]> {
  if (/^[[{]/.test(text)) return jsonRecords(JSON.parse(text));
  if (/^TY {1,2}- /m.test(text)) {
    const { readRis } = await import('./reference-formats.ts');
    return readRis(text);
  }
  if (/@\w+\s*[{(]/.test(text)) {
    const { readBibtex } = await import('./reference-formats.ts');
    return readBibtex(text);
  }
  throw new SyntaxError('no known form of a reference');
}

/** One record, several, or the answer of a registry that wraps one. */
function jsonRecords(data: unknown): Csl[] {
  if (Array.isArray(data)) return data.flatMap(jsonRecords);
  if (!isRecord(data)) return [];
  if (isRecord(data['message'])) return jsonRecords(data['message']);
  return [data];
}

const isRecord = (value: unknown): value is Csl =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Kinds that our list does not have, under the nearest that it has. */
const nearTypes: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  article: 'document',
  'book-chapter': 'chapter',
  'entry-encyclopedia': 'chapter',
  entry: 'chapter',
  'edited-book': 'book',
  monograph: 'book',
  'proceedings-article': 'paper-conference',
  speech: 'paper-conference',
  dissertation: 'thesis',
  'posted-content': 'document',
  manuscript: 'document',
  post: 'webpage',
  'post-weblog': 'webpage',
  review: 'article-journal',
  software: 'dataset',
  'report-component': 'report',
};

const texts = [
  'container-title',
  'publisher',
  'volume',
  'issue',
  'page',
  'number',
  'edition',
  'genre',
  'language',
  'URL',
] as const;

function rowOf(csl: Csl): Values {
  const type = String(csl['type'] ?? '');
  const doi = textOf(csl['DOI']).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const authors = Array.isArray(csl['author']) ? csl['author'].flatMap(nameOf) : [];
  const fields: readonly (readonly [string, Value])[] = [
    ['type', sourceTypes.find((known) => known === type) ?? nearTypes[type] ?? 'document'],
    ['title', textOf(csl['title'])],
    ['author', authors],
    ['issued', dateOf(csl['issued'] ?? csl['published'])],
    ...texts.map((key) => [key, textOf(csl[key])] as const),
    ['DOI', doi],
  ];
  // An address that only repeats the DOI says nothing more.
  const kept = fields.filter(
    ([key, value]) =>
      value.length !== 0 && !(key === 'URL' && doi !== '' && String(value).includes('doi.org/')),
  );
  return Object.fromEntries(kept);
}

/** A text without the markup that registries put into titles. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value
    .replaceAll(
      /<\/?(?:[a-z]+:)?(?:i|b|em|strong|sub|sup|sc|scp|italic|bold|span|p|title)(?:\s[^<>]*)?>/gi,
      '',
    )
    .replaceAll(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function nameOf(name: unknown): Values[] {
  if (!isRecord(name)) return [];
  const family = [textOf(name['non-dropping-particle']), textOf(name['family'])]
    .filter((part) => part !== '')
    .join(' ');
  const literal = textOf(name['literal']) || textOf(name['name']);
  if (family !== '') {
    const given = [textOf(name['given']), textOf(name['dropping-particle'])]
      .filter((part) => part !== '')
      .join(' ');
    if (given === '') return [family.includes(' ') ? { literal: family } : { family }];
    return [{ family, given }];
  }
  return literal === '' ? [] : [{ literal }];
}

function dateOf(issued: unknown): string {
  if (!isRecord(issued)) return textOf(issued).slice(0, 10);
  const parts: unknown = Array.isArray(issued['date-parts']) ? issued['date-parts'][0] : undefined;
  if (!Array.isArray(parts)) return textOf(issued['raw'] ?? issued['literal']).slice(0, 10);
  const [year, ...rest] = parts.filter((part) => part !== null && part !== '').map(Number);
  if (year === undefined || !Number.isInteger(year)) return '';
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
