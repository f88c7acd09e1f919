/**
 * Paths as Unix writes them.
 *
 * @module
 */

/** Parts joined by slashes; a part that begins with one starts anew. @models posixpath:join */
export function join(first: string, ...rest: readonly string[]): string {
  return rest.reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  }, first);
}

/** A path without empty parts, dots, and what two dots go back over. @models posixpath:normpath */
export function normpath(path: string): string {
  const root = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    const goesBack = part === '..' && parts.length > 0 && parts.at(-1) !== '..';
    if (goesBack) parts.pop();
    else if (part !== '..' || root === '') parts.push(part);
  }
  return root + parts.join('/') || '.';
}

/** A path from the root; the working directory is the root. @models posixpath:abspath */
export function abspath(path: string): string {
  return normpath(join('/', path));
}

/** The path of the folder around. @models posixpath:dirname */
export function dirname(path: string): string {
  const head = path.slice(0, path.lastIndexOf('/') + 1);
  return /^\/*$/.test(head) ? head : head.replace(/\/+$/, '');
}
