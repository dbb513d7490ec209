import type { APIRoute } from 'astro';
import { apiIndex } from '../../portal/api.ts';

export const GET: APIRoute = () => apiIndex();
