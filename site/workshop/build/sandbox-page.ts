/**
 * The page of the sandbox: one script, and a policy that lets nothing else in or out. It is a file
 * of its own, since a frame without one would take over the policy of the page around it.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { bundle } from './bundle.ts';

let scripts: Promise<string> | undefined;

/** The page's HTML. @param wasm whether WebAssembly may be compiled in it */
export async function sandboxPage(wasm: boolean): Promise<string> {
  scripts = import.meta.env?.DEV ? undefined : scripts;
  return pageWith(await (scripts ??= frameScript()), wasm);
}

/** A page under the sandbox's policy with a script in it. */
export function pageWith(script: string, wasm = false): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="robots" content="noindex">',
    '<title>The sandbox of Round Trip</title>',
    `<body><script>${script}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}

async function frameScript(): Promise<string> {
  const folder = 'site/workshop/sandbox';
  const worker = await bundle({ entry: `${folder}/worker.ts`, format: 'iife' });
  const define = { WORKER: JSON.stringify(worker) };
  const frame = await bundle({ entry: `${folder}/frame.ts`, format: 'iife', define });
  return frame.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
