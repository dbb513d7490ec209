import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standalone } from '../charts/standalone.ts';
import { sourceLocale } from '../i18n/locales.ts';
import { figureFile, figuresOf } from '../portal/case-figures.ts';
import type { PublishedCase } from '../portal/formats/published.ts';
import type { CrateFile } from '../portal/formats/ro-crate.ts';
import { caseStudy } from '../schemas/case-study.ts';
import { localize } from '../schemas/words.ts';

/** Writes the figures of every case as drawings that stand alone, with citation and licence inside. */
export function writeFigureFiles(site: string, cases: readonly PublishedCase[]): void {
  for (const published of cases) {
    const { id, address, facts } = published;
    const figures = figuresOfCase(published);
    if (figures.length === 0) continue;
    const folder = join(site, 'case-studies', id, 'figures');
    mkdirSync(folder, { recursive: true });
    for (const figure of figures) {
      const citation = `${facts.title}. Global-ERCaN Knowledge Portal. ${address}. ${facts.licence}.`;
      const [wide] = figure.drawings;
      writeFileSync(
        join(folder, figureFile(figure.id)),
        standalone(wide, { title: figure.title, says: figure.text, citation }),
      );
    }
  }
}

/** The same files as parts of the crate of a case. */
export function caseFigureFiles(published: PublishedCase): CrateFile[] {
  return figuresOfCase(published).map(({ id, title }) => ({
    name: `figures/${figureFile(id)}`,
    mediaType: 'image/svg+xml',
    title,
  }));
}

const drawn = new WeakMap<PublishedCase, ReturnType<typeof figuresOf>>();

function figuresOfCase(published: PublishedCase) {
  const known = drawn.get(published);
  if (known) return known;
  const { record } = localize(caseStudy, published.facts, undefined, sourceLocale, sourceLocale);
  const figures = figuresOf(record.outcomes, sourceLocale);
  drawn.set(published, figures);
  return figures;
}
