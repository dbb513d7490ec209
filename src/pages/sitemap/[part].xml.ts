import type { APIRoute } from 'astro';
import { loadLibrary } from '../../portal/library.ts';
import { sitemapParts } from '../../portal/sitemap.ts';

/** Parts stand alone only where there are several of them. */
export async function getStaticPaths() {
  const parts = await sitemapParts(await loadLibrary());
  return parts.length < 2
    ? []
    : parts.map((xml, index) => ({ params: { part: String(index + 1) }, props: { xml } }));
}

export const GET: APIRoute<{ xml: string }> = ({ props }) =>
  new Response(props.xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
