/**
 * HTML in which nothing that comes from elsewhere can be markup.
 *
 * @module
 */

import { str } from '../../../repr.ts';
import { escape } from '../../utils/html.ts';
import { markSafe, SafeText } from '../../utils/safestring.ts';

/** HTML from a template: what is put in is escaped, unless it is HTML itself; lists are joined. */
export function html(texts: TemplateStringsArray, ...values: readonly unknown[]): SafeText {
  const written = values.map((value, index) => write(value) + (texts[index + 1] ?? ''));
  return markSafe((texts[0] ?? '') + written.join(''));
}

function write(value: unknown): string {
  if (Array.isArray(value)) return value.map(write).join('');
  return String(value instanceof SafeText ? value : escape(str(value)));
}

/** A whole page of the developer's. */
export function page(title: string, body: SafeText): string {
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="robots" content="noindex" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}</title>
          <style>
            body {
              margin: 2rem auto;
              max-width: 60rem;
              padding: 0 1rem;
              font:
                1rem/1.5 system-ui,
                sans-serif;
              color: #1c1c1c;
              background: #fff;
            }
            h1 {
              font-size: 1.5rem;
            }
            h2 {
              font-size: 1.15rem;
              margin-top: 2rem;
            }
            pre,
            code,
            td {
              font-family: ui-monospace, monospace;
              font-size: 0.875rem;
            }
            pre {
              padding: 0.75rem;
              overflow-x: auto;
              background: #f2f2ee;
              white-space: pre-wrap;
            }
            table {
              border-collapse: collapse;
              width: 100%;
            }
            th,
            td {
              padding: 0.25rem 0.5rem;
              text-align: left;
              vertical-align: top;
              border-top: 1px solid #ccc;
              overflow-wrap: anywhere;
            }
            th {
              width: 12rem;
            }
            footer {
              margin-top: 2rem;
              border-top: 1px solid #ccc;
            }
          </style>
        </head>
        <body>
          ${body}
        </body>
      </html> `,
  );
}
