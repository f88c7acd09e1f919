import { builtPrograms } from '../../workshop/build/programs.ts';
import type { Manifest } from '../../workshop/manifest.ts';

/** `/workshop/manifest.json`: what of the workshop this site has. */
export const GET = async (): Promise<Response> => {
  const programs: Manifest['programs'] = {};
  for (const { name, file, text } of await builtPrograms())
    programs[name] = { path: `/workshop/${file}.js`, bytes: Buffer.byteLength(text) };
  return Response.json({ programs } satisfies Manifest);
};
