import type { APIRoute } from 'astro';
import { worldPaths } from '../../portal/form-data.ts';

/** A small world on which a place is pointed at. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(worldPaths()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
