import { build } from 'astro';

/** The site without its search index; started by build.ts. */
try {
  await build({ logLevel: 'warn' });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
