import type { APIRoute } from 'astro';
import { landTopology } from '../../charts/atlas.ts';

/** The coasts of the world, for a map that moves. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(landTopology()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
