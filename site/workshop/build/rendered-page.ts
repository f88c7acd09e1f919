/**
 * The page in which the playground draws responses: one script, and a policy that lets nothing
 * run beside it and nothing be loaded.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { bundle } from './bundle.ts';

/** The page's HTML. */
export async function renderedPage(): Promise<string> {
  const entry = 'site/workshop/playground/rendered/frame.ts';
  const script = (await bundle({ entry, format: 'iife' }))
    .trim()
    .replaceAll('</script', '<\\/script');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="robots" content="noindex">',
    '<title>A page of the playground</title>',
    `<body><script>${script}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}
