/**
 * File names and patterns with stars.
 *
 * @module
 */

/** Whether a name fits a pattern: `*` is anything, `?` any character, `[abc]` one of several, `[!abc]` none of them. @models fnmatch:fnmatchcase */
export function fnmatchcase(name: string, pattern: string): boolean {
  return new RegExp(`^${translate(pattern)}$`, 's').test(name);
}

/** A pattern as a regular expression. */
function translate(pattern: string): string {
  return pattern.replaceAll(/\[(!?)(\]?[^\]]*)\]|[\s\S]/g, (part, not?: string, set?: string) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (set === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    const inside = set.replaceAll(/[\\\]^]/g, '\\$&');
    return `[${not ? '^' : ''}${inside}]`;
  });
}
