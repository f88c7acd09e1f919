import type { APIRoute } from 'astro';
import { pathsOf, type PythonSiteFile } from '../../../workshop/python/build/site-files.ts';

export const getStaticPaths = () => pathsOf('zip');

/** `/workshop/python/….zip`: packed modules of Python. */
export const GET: APIRoute<PythonSiteFile> = ({ props }) => new Response(props.bytes);
