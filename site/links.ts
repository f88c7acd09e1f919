/**
 * The one place that knows under which path the book is served.
 *
 * @module
 */

const BASE = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** The address of a page of the book, from its path at the root: `/claims/` under any base. */
export function href(path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? BASE + path.slice(1) : path;
}
