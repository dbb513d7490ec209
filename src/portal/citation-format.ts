import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Source } from '../schemas/source.ts';
import type { CitationAnswer, CitationRequest } from './citation-worker.ts';

/** CSL-JSON 1.0 from our YAML form: the plain date becomes date-parts. */
export function toCsl({
  issued,
  seen: _,
  incomplete: __,
  ...csl
}: Source): Record<string, unknown> & { id: string } {
  return issued ? { ...csl, issued: { 'date-parts': [issued.split('-').map(Number)] } } : csl;
}

const formatted = new Map<string, Promise<string>>();

/** The citation in Vancouver style, as HTML with its address linked. */
export function formatSource(source: Source): Promise<string> {
  const content = JSON.stringify(source);
  const known = formatted.get(content);
  if (known) return known;
  const made = format(source);
  formatted.set(content, made);
  return made;
}

/** Stand-ins keep markup in titles as text: the CSL processor would pass it through. */
const open = '\ue000';
const close = '\ue001';
const hidden = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('<', open).replaceAll('>', close) : value;

async function format(source: Source): Promise<string> {
  const item = JSON.parse(JSON.stringify({ ...toCsl(source), id: 'item' }, hidden)) as { id: string };
  const entry = await ask(item);
  const html = entry
    .replace(/^[\s\S]*<div class="csl-right-inline">/, '')
    .replaceAll(/<\/?div[^>]*>/g, '')
    .trim()
    .replaceAll(open, '&lt;')
    .replaceAll(close, '&gt;');
  return html
    .replaceAll(/https?:\/\/[^\s<]+[^\s<.,;)]/g, (address) => `<a href="${address}">${address}</a>`)
    .replaceAll(
      /\bdoi:(10\.[^\s<]+)/g,
      (words, doi: string) => `<a href="https://doi.org/${doi}">${words}</a>`,
    );
}

let worker: Worker | undefined;
const waiting = new Map<number, (html: string) => void>();
let asked = 0;

function ask(item: { id: string }): Promise<string> {
  worker ??= startWorker();
  asked += 1;
  const request: CitationRequest = { number: asked, item };
  return new Promise((answer) => {
    waiting.set(request.number, answer);
    worker?.ref();
    worker?.postMessage(request);
  });
}

function startWorker(): Worker {
  const started = new Worker(resolve('src/portal/citation-worker.ts'), {
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  started.on('message', ({ number, html }: CitationAnswer) => {
    waiting.get(number)?.(html);
    waiting.delete(number);
    if (waiting.size === 0) started.unref();
  });
  started.on('error', (error) => {
    throw error;
  });
  started.unref();
  return started;
}
