import { readPresets } from '../../workshop/playground/presets.ts';

/** `/workshop/presets.json`: the projects that the playground begins with. */
export const GET = (): Response => Response.json(readPresets());
