import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'astro';

/** Builds the site and writes down every file that became a module: node tests/site/trace-modules.ts <out> <list>. */
const [out = '', list = ''] = process.argv.slice(2);
const modules: string[] = [];
await build({
  root: resolve('.'),
  logLevel: 'error',
  outDir: out,
  vite: {
    plugins: [
      {
        name: 'trace-modules',
        enforce: 'pre',
        load(id: string) {
          modules.push(id.split('?')[0] ?? id);
          return null;
        },
      },
    ],
  },
});
writeFileSync(list, JSON.stringify(modules));
