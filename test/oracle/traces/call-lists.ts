/**
 * Lists of calls as a recording has them, and what is left of one when only some functions count.
 *
 * @module
 */

/** `[depth, name]`, and the class of `this` or `self` where that is another than the name's own. */
export type TracedCall = [depth: number, name: string, self?: string];

/** The functions and classes that are looked at, by Python's names. */
export interface Subject {
  functions: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

/** The calls of these functions alone, each as deep as calls of these functions around it. */
export function project(
  calls: readonly TracedCall[],
  { functions, classes }: Subject,
): TracedCall[] {
  const around: { depth: number }[] = [];
  const kept: TracedCall[] = [];
  for (const [depth, name, self] of calls) {
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    if (!functions.has(name)) continue;
    const call: TracedCall = [around.length, name];
    if (self !== undefined && classes.has(self)) call.push(self);
    kept.push(call);
    around.push({ depth });
  }
  return kept;
}

/** A list as text, a call a line, indented by its depth. */
export function listed(calls: readonly TracedCall[]): string[] {
  return calls.map(([depth, name, self]) => {
    const of = self === undefined ? '' : ` of ${self}`;
    return `${'  '.repeat(depth)}${name}${of}`;
  });
}
