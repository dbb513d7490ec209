import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../portal/library.ts';
import { pooledQuestions, questionCsv } from '../../../portal/synthesis-files.ts';

/** The rows of a pooled answer. */
export async function getStaticPaths() {
  return pooledQuestions(await loadLibrary()).map((question) => ({
    params: { question },
    props: { question },
  }));
}

export const GET: APIRoute<{ question: string }> = async ({ props }) =>
  new Response(questionCsv(await loadLibrary(), props.question), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
