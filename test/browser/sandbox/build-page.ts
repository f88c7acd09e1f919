/**
 * Builds the sandbox and a page around it, under the policy that the book's pages have.
 *
 * @module
 */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../../site/workshop/build/bundle.ts';
import { sandboxPage } from '../../../site/workshop/build/sandbox-page.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/** Builds it into a new folder. */
export async function buildSandboxPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>The sandbox</title><body><script type="module" src="page.js"></script></body></html>`;
  const script = await bundle({ entry: 'test/browser/sandbox/page.ts', format: 'esm' });
  const files: Record<string, string> = {
    'index.html': page,
    '404.html': '<!doctype html><title>Nothing</title>',
    'page.js': script,
    'sandbox.html': await sandboxPage(false),
    'sandbox-wasm.html': await sandboxPage(true),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
