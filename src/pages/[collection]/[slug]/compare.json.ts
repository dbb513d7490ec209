import type { APIRoute } from 'astro';
import { type Kind, kindNames, kinds } from '../../../compare/record.ts';
import { compareItem } from '../../../portal/compare-item.ts';
import { loadLibrary } from '../../../portal/library.ts';

/**
 * What is compared of an entry. This is for the development server; a build writes the files beside the pages
 * (src/cli/compare-files.ts).
 */
export async function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  const library = await loadLibrary();
  return kindNames.flatMap((kind) =>
    library.all(kinds[kind]).map(({ slug }) => ({
      params: { collection: kinds[kind], slug },
      props: { kind, slug },
    })),
  );
}

export const GET: APIRoute<{ kind: Kind; slug: string }> = async ({ props }) =>
  new Response(JSON.stringify(compareItem(await loadLibrary(), props.kind, props.slug)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
