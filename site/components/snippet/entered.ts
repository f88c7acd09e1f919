/**
 * The functions that a snippet runs through, as its page lists them.
 *
 * @module
 */

/** Functions by the module that has them, both in the order in which they were entered. @param entered such as `src/runtime/codecs.ts#latin1Encode`. */
export function byModule(entered: readonly string[]): [module: string, names: string[]][] {
  const modules = Map.groupBy(entered, (name) => name.slice(0, name.indexOf('#')));
  return Array.from(modules, ([path, names]) => [
    path.replace(/^src\/runtime\//, ''),
    names.map((name) => name.slice(path.length + 1)),
  ]);
}
