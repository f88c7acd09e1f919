import { sourcesByModule } from '../../../workshop/build/sources.ts';

/** `/workshop/sources/index.json`: the modules of Python whose sources there are. */
export const GET = (): Response => Response.json([...sourcesByModule().keys()]);
