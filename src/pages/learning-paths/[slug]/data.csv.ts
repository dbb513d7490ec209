import type { APIRoute } from 'astro';
import { exerciseCsv, workedExercise } from '../../../portal/exercise.ts';
import { loadLibrary } from '../../../portal/library.ts';

/** The data of a learning path's worked example. */
export async function getStaticPaths() {
  const library = await loadLibrary();
  return library.all('learning-paths').map(({ slug, facts }) => ({
    params: { slug },
    props: { exercise: facts.exercise },
  }));
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) => {
  const { exercise } = props;
  return new Response(exerciseCsv(await workedExercise(exercise), exercise.case), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
