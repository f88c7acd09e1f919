import type { APIRoute } from 'astro';
import { sourcesByModule } from '../../../workshop/build/sources.ts';
import type { ModuleSources } from '../../../workshop/stepper/sources.ts';

export function getStaticPaths() {
  return [...sourcesByModule()].map(([module, sources]) => ({
    params: { module },
    props: { sources },
  }));
}

/** `/workshop/sources/MODULE.json`: the functions of a module of Python, in both languages. */
export const GET: APIRoute<{ sources: ModuleSources }> = ({ props }) =>
  Response.json(props.sources);
