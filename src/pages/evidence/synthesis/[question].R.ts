import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../portal/library.ts';
import { pooledQuestions, questionScript } from '../../../portal/synthesis-files.ts';

/** The script that gives the numbers of a pooled answer. */
export async function getStaticPaths() {
  return pooledQuestions(await loadLibrary()).map((question) => ({
    params: { question },
    props: { question },
  }));
}

export const GET: APIRoute<{ question: string }> = async ({ props }) =>
  new Response(questionScript(await loadLibrary(), props.question), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
