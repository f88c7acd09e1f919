import type { APIRoute } from 'astro';
import { pythonSiteFiles, type PythonSiteFile } from '../../../workshop/python/build/site-files.ts';

export function getStaticPaths() {
  return pythonSiteFiles().map((found) => ({ params: { file: found.file }, props: found }));
}

/** `/workshop/python/…`: a file that Python in a page is made of. */
export const GET: APIRoute<PythonSiteFile> = ({ props }) => new Response(props.bytes);
