import type { APIRoute } from 'astro';
import { robots } from '../portal/sitemap.ts';

/** An endpoint and no file, since the address of the site is known at build time only. */
export const GET: APIRoute = () =>
  new Response(robots(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
