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
  /** Those of the functions that are methods in the runtime too, and so have a `this`. */
  methods: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  /** Functions whose calls are not followed. */
  closed: ReadonlySet<string>;
}

/** The calls of these functions alone, each as deep as calls of these functions around it. */
export function project(
  calls: readonly TracedCall[],
  { functions, methods, classes, closed }: Subject,
): TracedCall[] {
  const around: { depth: number }[] = [];
  const kept: TracedCall[] = [];
  let closedAt = Infinity;
  for (const [depth, name, self] of calls) {
    if (depth > closedAt) continue;
    closedAt = closed.has(name) ? depth : Infinity;
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    if (!functions.has(name)) continue;
    const call: TracedCall = [around.length, name];
    if (self !== undefined && methods.has(name) && classes.has(self)) call.push(self);
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
