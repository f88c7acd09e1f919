/**
 * A page that is only ever framed: one script, and a policy of its own.
 *
 * @module
 */

import { createHash } from 'node:crypto';

/** What such a page is made of. */
export interface FramePage {
  title: string;
  script: string;
  /** What else its scripts may come from, as the policy says it. */
  scripts?: string;
  /** Directives besides those that shut everything. */
  directives: string[];
}

/** The page's HTML. */
export function framePage({ title, script, scripts = '', directives }: FramePage): string {
  const text = script.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const hash = createHash('sha256').update(text).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'${scripts}`,
    ...directives,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="robots" content="noindex">',
    `<title>${title}</title>`,
    `<body><script>${text}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}
