/**
 * Suite django-querydict on the runtime.
 *
 * @module
 */

import { QueryDict } from '#runtime/django/http';
import type { Case, Json, Out } from '../../model.ts';
import { known } from '../../unknown-word-error.ts';
import { startCase } from './process.ts';
import { attempt, decode } from './values.ts';

type Step = [name: string, ...given: Json[]];

const STEPS: Record<string, (query: QueryDict, ...given: never[]) => unknown> = {
  lists: (query) => [...query.lists()],
  items: (query) => [...query.items()],
  keys: (query) => [...query.keys()],
  values: (query) => [...query.values()],
  dict: (query) => query.dict(),
  repr: String,
  len: (query) => query.size,
  mutable: (query) => query._mutable,
  encoding: (query) => query.encoding,
  urlencode: (query, ...safe: [string?]) => query.urlencode(...safe),
  item: (query, key: string) => query.item(key),
  contains: (query, key: string) => query.has(key),
  get: (query, ...given: [string]) => query.get(...given),
  getlist: (query, ...given: [string]) => query.getlist(...given),
  set: (query, key: string, value: string) => query.set(key, value),
  delete: (query, key: string) => query.delete(key),
  setlist: (query, key: string, values: string[]) => query.setlist(key, values),
  setlistdefault: (query, ...given: [string]) => query.setlistdefault(...given),
  setdefault: (query, key: string, value: string | null = null) =>
    query.setdefault(key, value as string),
  appendlist: (query, key: string, value: string) => query.appendlist(key, value),
  pop: (query, ...given: [string]) => query.pop(...given),
  popitem: (query) => Object.freeze(query.popitem()),
  clear: (query) => query.clear(),
  update: (query, other: QueryDict) => query.update(other),
};

const COPIES = ['copy', 'copy.copy', 'copy.deepcopy'];

function argument(value: Json): unknown {
  const isQuery = typeof value === 'object' && value !== null && 'query' in value;
  return isQuery ? new QueryDict(String(value['query'])) : decode(value);
}

function take(query: QueryDict, [name, ...given]: Step): Json {
  if (COPIES.includes(name)) {
    const copy = query.copy();
    return (given as Step[]).map((step) => take(copy, step));
  }
  const step = known(STEPS, 'step', name);
  return attempt(() => step(query, ...(given.map(argument) as never[])));
}

function make(input: Case): QueryDict {
  const { mutable = false, encoding = null } = input as { mutable?: boolean; encoding?: string };
  const options = { mutable, encoding };
  if (!('keys' in input)) return new QueryDict(decode(input['query'] ?? null) as string, options);
  const names = decode(input['keys'] ?? null) as string[];
  const value = 'value' in input ? decode(input['value'] ?? null) : '';
  return QueryDict.fromkeys(names, value as string, options);
}

/** What the runtime does with a case of the suite. @throws {UnknownWordError} for an unknown step. */
export function replayQueryDict(input: Case): Out {
  startCase(input);
  const made: QueryDict[] = [];
  const out = attempt(() => void made.push(make(input)));
  const [query] = made;
  if (query === undefined) return out;
  return { steps: (input['steps'] as Step[]).map((step) => take(query, step)) };
}
