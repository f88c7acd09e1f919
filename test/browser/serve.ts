/**
 * Serves a built site as a plain host would: files with their types, and no other headers.
 *
 * @module
 */

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { BuiltSite } from '../site/build-site.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A site that answers. */
export interface ServedSite {
  /** With the base path and a slash at the end. */
  address: string;
  /** The paths that it was asked for, in order. */
  asked: string[];
  close: () => void;
}

/**
 * Serves a built site on a free port of this computer.
 *
 * @param headersOf headers for a file besides, by its path in the site
 */
export async function serve(
  site: BuiltSite,
  headersOf: (path: string) => Record<string, string> = () => ({}),
): Promise<ServedSite> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? '');
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(site.base) ? pathname.slice(site.base.length) : '404.html';
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const found = await readFile(join(site.folder, file)).catch(() => undefined);
    response.statusCode = found ? 200 : 404;
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    for (const [name, value] of Object.entries(headersOf(file))) response.setHeader(name, value);
    response.end(found ?? (await readFile(join(site.folder, '404.html'))));
  });
  const port = await listen(server);
  const address = `http://localhost:${port}${site.base}`;
  return { address, asked, close: () => server.close() };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
