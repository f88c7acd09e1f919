import { publish } from '../ledger/published.ts';

/** `/claims.schema.json` */
export const GET = (): Response => publish('claims.schema.json');
