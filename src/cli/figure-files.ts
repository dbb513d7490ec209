import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standalone } from '../charts/standalone.ts';
import { type Locale, localeFacts, localesNamed, sourceLocale } from '../i18n/locales.ts';
import { type FigureKind, figureFile, figureKinds } from '../portal/case-figures.ts';
import { figuresOf } from '../portal/figures.ts';
import type { PublishedCase } from '../portal/formats/published.ts';
import type { CrateFile } from '../portal/formats/ro-crate.ts';
import { caseStudy } from '../schemas/case-study.ts';
import { localize } from '../schemas/words.ts';
import { drawPng } from './png/draw.ts';

interface FigureFile {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly svg: string;
}

/** Writes the figures of every case, with citation and licence inside, as drawings and as pictures of points. */
export async function writeFigureFiles(site: string, cases: readonly PublishedCase[]): Promise<void> {
  const figures = cases.flatMap((published) =>
    figureFilesOf(published).map((figure) => ({ ...figure, folder: join(site, folderOf(published.id)) })),
  );
  await withFew(figures, async ({ folder, id, locale, svg }) => {
    mkdirSync(folder, { recursive: true });
    for (const kind of figureKinds)
      writeFileSync(join(folder, figureFile(id, locale, kind)), kind === 'svg' ? svg : await drawPng(svg));
  });
}

const folderOf = (id: string) => join('case-studies', id, 'figures');

/** So many at once: one is drawn while the next is encoded, and few lie in memory. */
const lanes = 2;
async function withFew<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of rest) await act(item);
    }),
  );
}

const mediaTypes = { svg: 'image/svg+xml', png: 'image/png' } as const satisfies Record<FigureKind, string>;

/** The same files as parts of the crate of a case. */
export function caseFigureFiles(published: PublishedCase): CrateFile[] {
  return figureFilesOf(published).flatMap(({ id, locale, title }) =>
    figureKinds.map((kind) => ({
      name: `figures/${figureFile(id, locale, kind)}`,
      mediaType: mediaTypes[kind],
      title,
    })),
  );
}

const drawn = new WeakMap<PublishedCase, FigureFile[]>();

/** In English, and in the languages of the site in which the case is written. */
function figureFilesOf(published: PublishedCase): FigureFile[] {
  const known = drawn.get(published);
  if (known) return known;
  const chosen = localesNamed(process.env['LOCALES']);
  const written = chosen.filter((locale) => locale !== sourceLocale && published.translations[locale]);
  const figures = [sourceLocale, ...written].flatMap((locale) => figuresIn(published, locale));
  drawn.set(published, figures);
  return figures;
}

function figuresIn({ facts, translations, address }: PublishedCase, locale: Locale): FigureFile[] {
  const { record } = localize(caseStudy, facts, translations[locale]?.words, locale, sourceLocale);
  const own =
    locale === sourceLocale ? address : address.replace(/(?=\/case-studies\/[^/]+\/$)/, `/${locale}`);
  const citation = `${record.title.text}. Global-ERCaN Knowledge Portal. ${own}. ${facts.licence}.`;
  return figuresOf(record, locale).map(({ id, title, text, drawings: [wide] }) => ({
    id,
    locale,
    title,
    svg: standalone(wide, { title, says: text, citation, ...localeFacts[locale] }),
  }));
}
