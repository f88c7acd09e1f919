import { main } from './claims.ts';

process.exitCode = await main(process.argv.slice(2));
