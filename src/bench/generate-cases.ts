import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { vocabularies } from '../schemas/vocabulary.ts';
import { seeded } from './random.ts';

/** References of the shared library for every hundred cases; each case cites three of them and one of its own. */
const referencesPerHundred = 10;

/** The content with so many made-up cases of our own schema beside what is there, 600 to 900 words each. */
export function generateCorpus(folder: string, cases: number, seed = 1): void {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  rmSync(folder, { recursive: true, force: true });
  cpSync('content', folder, { recursive: true });

  const references = Array.from(
    { length: Math.max(3, Math.ceil((cases / 100) * referencesPerHundred)) },
    (_, at) => `bench-${at}`,
  );
  for (const id of references)
    writeFileSync(join(folder, 'references', `${id}.yaml`), stringify(publication(id, pick)));

  for (let at = 0; at < cases; at += 1) {
    const path = join(folder, 'case-studies', `case-${String(at).padStart(5, '0')}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.mdx'), generateCase(at, references, random, pick));
  }
}

type Pick = <Item>(items: readonly Item[]) => Item;

const words =
  'soil carbon stock grass forest slope water runoff root shrub plot fence village year cover biomass litter rain peat season farm herder seed gully terrace species measured treated control stored higher lower deeper early later dry wet steep open closed common'.split(
    ' ',
  );

function sentence(random: () => number, pick: Pick): string {
  const length = 8 + Math.floor(random() * 12);
  const text = Array.from({ length }, () => pick(words)).join(' ');
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}

function paragraph(random: () => number, pick: Pick, cite: string): string {
  const sentences = Array.from({ length: 4 + Math.floor(random() * 3) }, () => sentence(random, pick));
  return `${sentences.join(' ').slice(0, -1)} [@${cite}].`;
}

function publication(id: string, pick: Pick) {
  return {
    type: 'article-journal',
    title: `A made-up study of ${pick(words)} and ${pick(words)} (${id})`,
    author: [
      { family: 'Benchmark', given: 'A.' },
      { family: 'Generated', given: 'B.' },
    ],
    issued: String(1990 + (id.length % 30)),
    'container-title': 'Journal of made-up results',
    volume: '1',
    page: '1-9',
  };
}

/** Points well inside of some countries. */
const middles: readonly (readonly [string, { readonly lat: number; readonly lon: number }])[] = [
  ['CHN', { lat: 36, lon: 104 }],
  ['ETH', { lat: 9, lon: 39 }],
  ['USA', { lat: 40, lon: -98 }],
  ['BRA', { lat: -11, lon: -53 }],
  ['IND', { lat: 23, lon: 79 }],
  ['KEN', { lat: 0, lon: 38 }],
  ['DEU', { lat: 51, lon: 10 }],
  ['AUS', { lat: -25, lon: 134 }],
];

function generateCase(at: number, references: readonly string[], random: () => number, pick: Pick): string {
  const own = `own-${at}`;
  const cited = [own, pick(references), pick(references), pick(references)];
  const ecosystems = Object.keys(vocabularies.ecosystems.entries);
  const [country, middle] = pick(middles);
  const facts = {
    title: `Generated case ${at}: ${pick(words)} and ${pick(words)}`,
    summary: `${sentence(random, pick)} ${sentence(random, pick)}`,
    licence: 'CC-BY-4.0',
    review: { state: 'compiled', date: '2026-11' },
    place: {
      name: `Generated place ${at}`,
      countries: [country],
      point: {
        lat: Math.round((middle.lat + random() * 4 - 2) * 100) / 100,
        lon: Math.round((middle.lon + random() * 4 - 2) * 100) / 100,
        basis: 'editor',
      },
    },
    ecosystems: [...new Set([pick(ecosystems), pick(ecosystems)])],
    drivers: [pick(Object.keys(vocabularies.drivers.entries))],
    interventions: [pick(Object.keys(vocabularies.interventions.entries))],
    restoration: pick(['ecological-restoration', 'rehabilitation', 'sustainable-management']),
    started: String(1960 + Math.floor(random() * 60)),
    models: [pick(['natural-regeneration-exclosure', 'cropland-to-forest-payments', 'watershed-terracing'])],
    protocols: ['soil-organic-carbon-stock'],
    outcomes: Array.from({ length: 6 }, (_, index) => ({
      id: `outcome-${index}`,
      label: `${pick(words)} ${pick(words)} in the ${pick(words)} plots`,
      indicator: 'soil-organic-carbon-stock',
      role: pick(['effect', 'effect', 'output', 'context']),
      kind: 'absolute',
      value: Math.round(random() * 1000) / 10,
      unit: 't/har',
      substance: 'C',
      spread: { kind: 'SE', value: Math.round(random() * 50) / 10 },
      n: 3 + Math.floor(random() * 20),
      comparison: {
        kind: 'control',
        label: 'land next to it',
        value: Math.round(random() * 800) / 10,
        n: 3 + Math.floor(random() * 20),
        spread: { kind: 'SE', value: Math.round(random() * 50) / 10 },
      },
      carbon: { pool: 'soil-organic-carbon', depth: { top: 0, bottom: 30 }, baseline: 'control' },
      method: 'cores by layer',
      sources: [pick(cited)],
    })),
    sources: [{ id: own, ...publication(own, pick) }],
  };
  const text = (heading: string, paragraphs: number) =>
    `## ${heading}\n\n${Array.from({ length: paragraphs }, () => paragraph(random, pick, pick(cited))).join('\n\n')}`;
  const note = (kind: string) =>
    `<Note kind="${kind}" title="${sentence(random, pick)}">\n\n${paragraph(random, pick, own)}\n\n</Note>`;
  const table = `| plot | ${pick(words)} | ${pick(words)} |\n|---|---|---|\n${Array.from({ length: 6 }, (_, row) => `| ${row} | ${Math.round(random() * 100)} | ${Math.round(random() * 100)} |`).join('\n')}`;
  return [
    `---\n${stringify(facts)}---`,
    text('What degraded it', 1),
    text('What was done', 2),
    note('information'),
    text('What changed', 2),
    table,
    text('What went wrong or cost', 2),
    note('caution'),
    text('What made it possible', 1),
    text('What to learn', 1),
    note('lesson'),
  ].join('\n\n');
}
