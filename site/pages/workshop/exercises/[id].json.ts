import type { APIRoute } from 'astro';
import type { ExerciseView } from '../../../../src/doctest/model.ts';
import { allExercises } from '../../../book.ts';

export async function getStaticPaths() {
  return allExercises().map((view) => ({ params: { id: view.id }, props: view }));
}

/** `/workshop/exercises/ID.json`: all that judges an answer to an exercise. */
export const GET: APIRoute<ExerciseView> = ({ props }) => Response.json(props);
