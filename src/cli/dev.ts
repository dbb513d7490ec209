import { dev } from 'astro';

/** npm run dev: the site while one writes; it reloads when a file changes. The search needs a build. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ logLevel: 'info' });
