import type { APIRoute } from 'astro';
import { pathsOf, type PythonSiteFile } from '../../../workshop/python/build/site-files.ts';

export const getStaticPaths = () => pathsOf('wasm');

/** `/workshop/python/….wasm`: Pyodide, and SQLite. */
export const GET: APIRoute<PythonSiteFile> = ({ props }) => new Response(props.bytes);
