import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { mathPlugin } from './src/prose/math-plugin.ts';

/** SITE_URL and BASE_PATH say where the site will stand; OUT_DIR and CACHE_DIR where it is built. */
export default defineConfig({
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  base: process.env['BASE_PATH'] ?? '/',
  outDir: process.env['OUT_DIR'] ?? './dist',
  ...(process.env['CACHE_DIR'] ? { cacheDir: process.env['CACHE_DIR'] } : {}),
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', assets: 'assets', concurrency: 8 },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx()],
  // Only maintainers' pages are compiled; contributors' texts are interpreted (src/guard, src/prose).
  markdown: {
    processor: satteri({ features: { math: true }, mdastPlugins: [mathPlugin] }),
    syntaxHighlight: false,
  },
  // Scripts stay files of their own, so that the content security policy needs no hashes.
  // A worker loads the one calculator it is asked for: as a single file it would hold them all.
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
  experimental: { incrementalBuild: true },
});
