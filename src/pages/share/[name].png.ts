import type { APIRoute } from 'astro';
import { cacheKey } from '../../portal/cache-key.ts';
import { loadLibrary } from '../../portal/library.ts';
import { drawShared, shareDrawings } from '../../portal/share-picture.ts';

/** Pictures for links to the portal on other sites. */
export async function getStaticPaths() {
  return [...shareDrawings(await loadLibrary())].map(([name, drawing]) => ({
    params: { name },
    props: { drawing },
    cacheKey: cacheKey([JSON.stringify(drawing)]),
  }));
}

export const GET: APIRoute<{ drawing: Parameters<typeof drawShared>[0] }> = async ({ props }) =>
  new Response(await drawShared(props.drawing), { headers: { 'Content-Type': 'image/png' } });
