import type { APIRoute } from 'astro';
import { loadLibrary } from '../portal/library.ts';
import { sitemapOf, sitemapParts } from '../portal/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(sitemapOf(await sitemapParts(await loadLibrary())), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
