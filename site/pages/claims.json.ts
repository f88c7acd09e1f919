import { publish } from '../ledger/published.ts';

/** `/claims.json` */
export const GET = (): Response => publish('claims.json');
