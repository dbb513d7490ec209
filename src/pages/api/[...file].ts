import type { APIRoute } from 'astro';
import { apiFile, apiPaths } from '../../portal/api.ts';

export const getStaticPaths = () => apiPaths();

export const GET: APIRoute<{ path: string }> = ({ props }) => apiFile(props.path);
