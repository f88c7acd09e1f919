/**
 * Builds the sandbox and what is around it in its tests: a page under the policy that the book's
 * pages have, and pages of strangers.
 *
 * @module
 */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../../site/workshop/build/bundle.ts';
import { pageWith, sandboxPage } from '../../../site/workshop/build/sandbox-page.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/** Runs what it is sent in the frame itself, where no code of a reader's ever gets. */
const WITHIN = `addEventListener('message', async ({ data, ports: [port] }) => {
  const address = URL.createObjectURL(new Blob([data], { type: 'text/javascript' }));
  const { default: attempt } = await import(address);
  try { port.postMessage('done: ' + (await attempt())); } catch (error) { port.postMessage('refused: ' + error.name); }
});`;

/** Frames a page as its address says, greets it, and keeps what it hears. */
const STRANGER = `const wish = new URL(location.href).searchParams;
const frame = document.createElement('iframe');
if (wish.has('sandbox')) frame.setAttribute('sandbox', wish.get('sandbox'));
window.heard = [];
window.greet = (target) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard.push(data);
  target.postMessage({ type: 'port' }, '*', [port2]);
};
addEventListener('message', ({ data }) => heard.push(data));
frame.onload = () => { greet(frame.contentWindow); window.loaded = true; };
if (wish.has('sibling')) greet(parent.frames[Number(wish.get('sibling'))]);
else { frame.src = wish.get('frame'); document.body.append(frame); }`;

const ICON = '<link rel="icon" href="data:,">';
const html = (policy: string, script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8">${policy}${ICON}<title>The sandbox</title><body>${script}</body></html>`;

/** Builds it into a new folder. */
export async function buildSandboxPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  const files: Record<string, string> = {
    'index.html': html(policy, '<script type="module" src="page.js"></script>'),
    '404.html': html('', ''),
    'page.js': await bundle({ entry: 'test/browser/sandbox/page.ts', format: 'esm' }),
    'sandbox.html': await sandboxPage(false),
    'sandbox-wasm.html': await sandboxPage(true),
    'within.html': pageWith(WITHIN),
    'stranger.html': html('', '<script src="stranger.js"></script>'),
    'stranger.js': STRANGER,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
