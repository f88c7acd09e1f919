/**
 * Every symbol as a row of JSON, for whoever looks for one on the page of all modules: the
 * TypeScript, the Python with its module, and the path of its place in the book.
 *
 * @module
 */

import { href } from '../../links.ts';
import { groups, pathOf } from '../../symbols/all.ts';

/** The list. */
export function GET(): Response {
  const rows = groups.flatMap(({ slug, modules }) =>
    modules.flatMap(({ module, files }) =>
      files.flatMap(({ rows }) =>
        rows.map(({ symbol, python }) => [
          symbol,
          `${module}:${python}`,
          href(`${pathOf(slug)}#${module}`),
        ]),
      ),
    ),
  );
  return new Response(JSON.stringify(rows), { headers: { 'Content-Type': 'application/json' } });
}
