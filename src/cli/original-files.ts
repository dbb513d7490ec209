import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { translatedCollections } from '../schemas/collections.ts';
import { contentFolder, listEntries } from '../schemas/content-files.ts';

/**
 * Puts the files of contributions beside their pages as they were handed in: whoever translates a page or starts
 * from one needs its words. The templates stand below /contribute/. The development server has a route for them.
 */
export function writeOriginalFiles(site: string): void {
  const folder = contentFolder();
  for (const collection of translatedCollections) {
    for (const { slug, main, translations } of listEntries(collection, folder)) {
      const files = [main, ...translations.map(({ file }) => file)].filter((file) =>
        existsSync(join(folder, file)),
      );
      mkdirSync(join(site, collection, slug), { recursive: true });
      for (const file of files) copyFileSync(join(folder, file), join(site, file));
    }
  }
  for (const name of templateNames()) {
    const target = join(site, 'contribute/templates', name);
    mkdirSync(target, { recursive: true });
    copyFileSync(join('content/templates', name, 'index.mdx'), join(target, 'index.mdx'));
  }
}

function templateNames(): string[] {
  return readdirSync('content/templates').filter((name) =>
    existsSync(join('content/templates', name, 'index.mdx')),
  );
}
