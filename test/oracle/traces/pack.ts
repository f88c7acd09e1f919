/**
 * Lists of calls as files have them: names stand in a table once, a call is numbers.
 *
 * @module
 */

import type { Json, Out, Recording } from '../model.ts';

/** A recording whose calls refer to the names beside them. */
export type Packed = Recording & { names?: string[] };

/** Puts the names of all calls into a table. A recording without calls stays as it is. */
export function pack(recording: Recording): Packed {
  const numbers = new Map<string, number>();
  const numberOf = (name: Json): number => {
    const known = numbers.get(String(name)) ?? numbers.size;
    numbers.set(String(name), known);
    return known;
  };
  const cases = recording.cases.map((entry) => ({
    ...entry,
    out: withCalls(entry.out, ([depth = 0, ...names]) => [depth, ...names.map(numberOf)]),
  }));
  return numbers.size === 0 ? recording : { ...recording, names: [...numbers.keys()], cases };
}

/** Puts the names back. */
export function unpack({ names, ...recording }: Packed): Recording {
  if (names === undefined) return recording;
  const cases = recording.cases.map((entry) => ({
    ...entry,
    out: withCalls(entry.out, ([depth = 0, ...numbers]) => [
      depth,
      ...numbers.map((number) => names[Number(number)] ?? null),
    ]),
  }));
  return { ...recording, cases };
}

/** An outcome of suite django-trace with each call changed; any other as it is. */
export function withCalls(out: Out, change: (call: Json[]) => Json[]): Out {
  return withLists(out, (calls) => calls.map(change));
}

/** An outcome of suite django-trace with each list of calls changed; any other as it is. */
export function withLists(out: Out, change: (calls: Json[][]) => Json): Out {
  const { start, requests } = out;
  if (!Array.isArray(start) || !Array.isArray(requests)) return out;
  const asked = requests.map((request) => {
    const answer = request as Record<string, Json>;
    return { ...answer, calls: change(answer['calls'] as Json[][]) };
  });
  return { ...out, start: change(start as Json[][]), requests: asked };
}
