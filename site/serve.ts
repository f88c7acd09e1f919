/**
 * `npm start`: checks every snippet, builds the site, serves it in the foreground.
 *
 * @module
 */

import { build, preview } from 'astro';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const port = Number(process.env.PORT ?? 4321);
const base = `/${process.env.BASE ?? ''}/`.replaceAll(/\/+/g, '/');

try {
  await build({});
  const server = await preview({ logLevel: 'error', server: { port } });
  console.log(`\nRound Trip is at http://localhost:${server.port}${base} (Ctrl+C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  await server.closed();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
