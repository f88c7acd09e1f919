/**
 * The page of the sandbox: one script, and a policy that lets nothing else in or out. It is a file
 * of its own, since a frame without one would take over the policy of the page around it.
 *
 * @module
 */

import { bundle } from './bundle.ts';
import { framePage } from './frame-page.ts';

let scripts: Promise<string> | undefined;

/** The page's HTML. @param wasm whether WebAssembly may be compiled in it */
export async function sandboxPage(wasm: boolean): Promise<string> {
  scripts = import.meta.env?.DEV ? undefined : scripts;
  return pageWith(await (scripts ??= frameScript()), wasm);
}

/** A page under the sandbox's policy with a script in it. */
export function pageWith(script: string, wasm = false): string {
  return framePage({
    title: 'The sandbox of Round Trip',
    script,
    scripts: ` blob:${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    directives: ['worker-src blob:'],
  });
}

async function frameScript(): Promise<string> {
  const folder = 'site/workshop/sandbox';
  const worker = await bundle({ entry: `${folder}/worker.ts`, format: 'iife' });
  const define = { WORKER: JSON.stringify(worker) };
  return bundle({ entry: `${folder}/frame.ts`, format: 'iife', define });
}
