/**
 * The variables of functions that an exception went through. Python's report looks into every
 * frame of a traceback; JavaScript lets nobody do that, so a function that wants its variables in
 * the report says which they are.
 *
 * @module
 */

/** Which variables are secret: some, by name, or all. */
export type Sensitive = readonly string[] | '__ALL__';

/** What a function's variables were when an exception went through it. */
export interface FrameVariables {
  /** The function's name. */
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Which of them are secret, as the nearest decorator around the function says. */
  sensitive: Sensitive | null;
}

const kept = new WeakMap<Error, FrameVariables[]>();

/** Runs the body of a function; an exception that goes through it takes its variables along. @param name the function's. */
export function keepVariables<T>(
  name: string,
  variables: Readonly<Record<string, unknown>>,
  body: () => T,
): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof Error) {
      kept.set(error, [{ name, variables, sensitive: null }, ...variablesOf(error)]);
    }
    throw error;
  }
}

/** What an exception took along, outermost function first. */
export function variablesOf(error: Error): readonly FrameVariables[] {
  return kept.get(error) ?? [];
}

/** Says which variables are secret of those that an exception has taken along so far. */
export function markSensitive(error: Error, sensitive: Sensitive): void {
  for (const frame of kept.get(error) ?? []) frame.sensitive ??= sensitive;
}
