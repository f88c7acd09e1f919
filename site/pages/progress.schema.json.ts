import schema from '../workshop/progress/schema.json' with { type: 'json' };

/** `/progress.schema.json`: the description of exported progress. */
export const GET = (): Response => Response.json(schema);
