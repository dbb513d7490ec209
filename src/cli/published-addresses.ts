import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, listEntries } from '../schemas/content-files.ts';
import { addressed, publishedFile } from '../schemas/tombstone.ts';

/** npm run publish:addresses: adds every present address to the list of published ones; none is ever taken out. */
const file = join(contentFolder(), publishedFile);
const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
const present = addressed.flatMap((collection) =>
  listEntries(collection).map(({ slug }) => `${collection}/${slug}`),
);
const addresses = [...new Set([...before, ...present])].sort();
writeFileSync(file, `${addresses.join('\n')}\n`);
console.log(`${file}: ${addresses.length} addresses, ${addresses.length - before.length} of them new.`);
