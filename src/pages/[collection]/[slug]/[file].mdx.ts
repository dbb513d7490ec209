import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { translatedCollections } from '../../../schemas/collections.ts';
import { contentFolder, listEntries } from '../../../schemas/content-files.ts';

/**
 * The files of contributions as they were handed in. This is for the development server; a build copies them beside
 * the pages (src/cli/original-files.ts).
 */
export const getStaticPaths = () => {
  if (import.meta.env.PROD) return [];
  return translatedCollections.flatMap((collection) =>
    listEntries(collection).flatMap(({ slug, translations }) =>
      ['index', ...translations.map(({ locale }) => locale)].map((file) => ({
        params: { collection, slug, file },
      })),
    ),
  );
};

export const GET: APIRoute = ({ params: { collection = '', slug = '', file = '' } }) => {
  const path = join(contentFolder(), collection, slug, `${file}.mdx`);
  return existsSync(path)
    ? new Response(readFileSync(path), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
    : new Response('', { status: 404 });
};
