import { builtPrograms } from '../../workshop/build/programs.ts';
import { pythonSiteFiles } from '../../workshop/python/build/site-files.ts';
import type { Manifest } from '../../workshop/manifest.ts';

/** `/workshop/manifest.json`: what of the workshop this site has. */
export const GET = async (): Promise<Response> => {
  const programs: Manifest['programs'] = {};
  for (const { name, file, text } of await builtPrograms())
    programs[name] = { path: `/workshop/${file}.js`, bytes: Buffer.byteLength(text) };
  const python: Manifest['python'] = {};
  for (const { what, file, extension, bytes } of pythonSiteFiles())
    python[what] = { path: `/workshop/python/${file}.${extension}`, bytes: bytes.length };
  return Response.json({ programs, python } satisfies Manifest);
};
