/**
 * The errors of an exchange, with their places in the project.
 *
 * @module
 */

import type { Exchange } from '../client.ts';
import type { ProjectPlace, Raised } from '../served.ts';

/** An error as it is shown. */
export interface ShownError {
  title: string;
  /** Innermost first, each line once. */
  places: ProjectPlace[];
}

/** Every error of an exchange, each once. */
export function findErrors({ faults, started, served }: Exchange): ShownError[] {
  const found: ShownError[] = [];
  for (const { message, ...place } of faults ?? []) {
    found.push({ title: message, places: place.path === '' ? [] : [place] });
  }
  for (const { path, raised } of started?.broken ?? [])
    found.push(shown(raised, `While ${path} was run`));
  for (const { raised } of served?.log ?? []) if (raised) found.push(shown(raised));
  if (served?.raised) found.push(shown(served.raised, 'The server could not go on'));
  const fromText = served && found.length === 0 ? placesIn(served.terminal) : [];
  if (fromText.length > 0) found.push({ title: 'A traceback was printed.', places: fromText });
  const titles = new Set<string>();
  return found.filter(({ title }) => !titles.has(title) && titles.add(title));
}

function shown({ name, message, places }: Raised, before = ''): ShownError {
  const words = message === '' ? name : `${name}: ${message}`;
  return { title: before === '' ? words : `${before}: ${words}`, places: once(places) };
}

/** Tracebacks have the innermost place at their end. */
function placesIn(text: string): ProjectPlace[] {
  const found = text.matchAll(/([\w./-]+\.ts):(\d+):(\d+)/g);
  const places = Array.from(found, ([, path = '', line, column]) => ({
    path,
    line: Number(line),
    column: Number(column),
  }));
  return once(places.toReversed());
}

function once(places: readonly ProjectPlace[]): ProjectPlace[] {
  const known = new Set<string>();
  return places.filter(({ path, line }) => {
    const key = `${path}:${line}`;
    return !known.has(key) && known.add(key);
  });
}
