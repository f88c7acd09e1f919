import type { APIRoute } from 'astro';
import { builtPrograms, type BuiltProgram } from '../../workshop/build/programs.ts';

export async function getStaticPaths() {
  const programs = await builtPrograms();
  return programs.map((program) => ({ params: { program: program.file }, props: program }));
}

/** `/workshop/NAME-HASH.js`: a program that runs in the sandbox. */
export const GET: APIRoute<BuiltProgram> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/javascript' } });
