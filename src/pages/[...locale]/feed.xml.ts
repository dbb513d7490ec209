import type { APIRoute } from 'astro';
import { feedOf } from '../../portal/feed.ts';
import { loadLibrary } from '../../portal/library.ts';
import { localePaths } from '../../portal/site.ts';

export const getStaticPaths = () => localePaths();

type Props = ReturnType<typeof localePaths>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(feedOf(await loadLibrary(), props.locale), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
