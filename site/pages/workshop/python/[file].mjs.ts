import type { APIRoute } from 'astro';
import { pathsOf, type PythonSiteFile } from '../../../workshop/python/build/site-files.ts';

export const getStaticPaths = () => pathsOf('mjs');

/** `/workshop/python/….mjs`: Pyodide's own modules. */
export const GET: APIRoute<PythonSiteFile> = ({ props }) => new Response(props.bytes);
