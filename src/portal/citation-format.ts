import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { escapeHtml } from '../i18n/typeset.ts';
import type { Source } from '../schemas/source.ts';
import type { CitationAnswer, CitationRequest, CitationStyle } from './citation-worker.ts';
import { type CslItem, toCsl } from './csl-item.ts';

/** The record of a page of the portal. */
export interface PageItem extends CslItem {
  readonly URL: string;
}

const formatted = new Map<string, Promise<string>>();

/** The citation in Vancouver style, as HTML with its address linked. */
export function formatSource(source: Source): Promise<string> {
  return once(JSON.stringify(source), async () => linked(await format(toCsl(source), 'vancouver')));
}

/**
 * The citation of a page of the portal in APA style, as HTML with its address linked. Pages differ in title and
 * address only, nearly always: their form is set once, and the words are put in.
 */
export async function formatPage(item: PageItem): Promise<string> {
  if (!plainTitle.test(item.title))
    return once(JSON.stringify(item), async () => linked(await format(item, 'apa')));
  const shape = { ...item, id: '', note: '', title: titlePlace, URL: urlPlace };
  const html = await once(JSON.stringify(shape), () => format(shape, 'apa'));
  return linked(
    html.replace(titlePlace, () => escapeHtml(item.title)).replace(urlPlace, () => escapeHtml(item.URL)),
  );
}

/** Titles that a style sets as they are: no quotation marks, which it would turn, and no full stop of their own. */
const plainTitle = /^[^"'‘’“”«»]*[\p{L}\p{N})%]$/u;

function once(content: string, make: () => Promise<string>): Promise<string> {
  const known = formatted.get(content);
  if (known) return known;
  const made = make();
  formatted.set(content, made);
  return made;
}

/** Stand-ins keep markup in titles as text: the CSL processor would pass it through. */
const open = '\ue000';
const close = '\ue001';
const titlePlace = '\ue002';
const urlPlace = '\ue003';
const hidden = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('<', open).replaceAll('>', close) : value;

async function format(csl: CslItem, style: CitationStyle): Promise<string> {
  const item = JSON.parse(JSON.stringify({ ...csl, id: 'item' }, hidden)) as { id: string };
  const entry = await ask(item, style);
  return entry
    .replace(/^[\s\S]*<div class="csl-right-inline">/, '')
    .replaceAll(/<\/?div[^>]*>/g, '')
    .trim()
    .replaceAll(open, '&lt;')
    .replaceAll(close, '&gt;');
}

function linked(html: string): string {
  return html
    .replaceAll(/https?:\/\/[^\s<]+[^\s<.,;)]/g, (address) => `<a href="${address}">${address}</a>`)
    .replaceAll(
      /\bdoi:(10\.[^\s<]+)/g,
      (words, doi: string) => `<a href="https://doi.org/${doi}">${words}</a>`,
    );
}

let worker: Worker | undefined;
const waiting = new Map<number, (html: string) => void>();
let bundle: CitationRequest[] = [];
let asked = 0;

// Where pages are built the engines start beside the first files, not when the first page waits for them.
if (import.meta.env.PROD) worker = startWorker();

function ask(item: { id: string }, style: CitationStyle): Promise<string> {
  asked += 1;
  if (bundle.length === 0) setImmediate(send);
  bundle.push({ number: asked, style, item });
  return new Promise((answer) => waiting.set(asked, answer));
}

function send(): void {
  worker ??= startWorker();
  worker.ref();
  worker.postMessage(bundle);
  bundle = [];
}

function startWorker(): Worker {
  const started = new Worker(resolve('src/portal/citation-worker.ts'), {
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  started.on('message', (answers: readonly CitationAnswer[]) => {
    for (const { number, html } of answers) {
      waiting.get(number)?.(html);
      waiting.delete(number);
    }
    if (waiting.size === 0) started.unref();
  });
  started.on('error', (error) => {
    throw error;
  });
  started.unref();
  return started;
}
