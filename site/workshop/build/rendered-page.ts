/**
 * The page in which the playground draws responses: one script, and a policy that lets nothing
 * run beside it and nothing be loaded.
 *
 * @module
 */

import { bundle } from './bundle.ts';
import { framePage } from './frame-page.ts';

/** The page's HTML. */
export async function renderedPage(): Promise<string> {
  return framePage({
    title: 'A page of the playground',
    script: await bundle({ entry: 'site/workshop/playground/rendered/frame.ts', format: 'iife' }),
    directives: ["style-src 'unsafe-inline'", 'img-src data:'],
  });
}
