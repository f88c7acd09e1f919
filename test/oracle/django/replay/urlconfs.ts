/**
 * URLconfs made of descriptions, each a module under its name; `python/described_urlconfs.py` is the same
 * for Python.
 *
 * @module
 */

import { ValueError } from '#runtime/builtins';
import { include, path, rePath, registerConverter } from '#runtime/django/urls';
import type { Included } from '#runtime/django/urls/conf';
import {
  type Converter,
  IntConverter,
  SlugConverter,
  StringConverter,
} from '#runtime/django/urls/converters';
import type { UrlEntry, UrlconfModule, View } from '#runtime/django/urls/types';
import { importModule, registerModule } from '#runtime/django/utils/module-loading';
import { integer } from '#runtime/wsgiref/integer';
import type { Json } from '../../model.ts';
import type { Entry, Include, UrlconfDescription, Urlconfs } from '../cases/urlconfs.ts';
import { decode } from './values.ts';

class Four implements Converter {
  readonly regex = '[0-9]{4}';

  toPython(text: string): number {
    return integer(text);
  }

  toUrl(value: unknown): string {
    return String(value).padStart(4, '0');
  }
}

class Odd extends IntConverter {
  override toPython(text: string): number | bigint {
    const number = super.toPython(text);
    if (BigInt(number) % 2n === 0n) throw new ValueError('even');
    return number;
  }
}

class Hex implements Converter {
  readonly regex = '[0-9a-f]+';

  toPython(text: string): number {
    return Number.parseInt(text, 16);
  }

  toUrl(value: unknown): string {
    return Number(value).toString(16);
  }
}

class Any extends StringConverter {
  override readonly regex = '.*';
}

class Choice extends StringConverter {
  override readonly regex = '(a|bc)';
}

class List implements Converter {
  readonly regex = '[0-9,]+';

  toPython(text: string): number[] {
    return text.split(',').map(integer);
  }

  toUrl(value: unknown): string {
    return (value as number[]).join(',');
  }
}

class Nothing extends SlugConverter {
  override toPython(): string {
    return null as unknown as string;
  }
}

class Boom implements Converter {
  readonly regex = '[a-z]+';

  toPython(): never {
    throw new TypeError('boom');
  }

  toUrl(): never {
    throw new TypeError('boom');
  }
}

class Inner extends StringConverter {
  override readonly regex = '(?P<letter>x)y';
}

const CONVERTERS: Record<string, new () => Converter> = {
  four: Four,
  odd: Odd,
  hex: Hex,
  any: Any,
  choice: Choice,
  list: List,
  none: Nothing,
  boom: Boom,
  inner: Inner,
};

const VIEWS = 'views';

/** The dotted name of the module of a URLconf. */
export function dottedName(urlconf: string): string {
  return `urlconfs.${urlconf}`;
}

/** Makes the URLconfs, the views and the converters known to the process. */
export function registerUrlconfs(urlconfs: Urlconfs): void {
  for (const [name, converter] of Object.entries(CONVERTERS)) registerConverter(converter, name);
  registerModule(VIEWS, makeViews(urlconfs));
  importModule(VIEWS);
  for (const [name, description] of Object.entries(urlconfs)) {
    registerModule(dottedName(name), () => makeModule(description, urlconfs), { file: null });
  }
}

/** A view by its name. */
export function viewOf(name: string): View {
  return (importModule(VIEWS) as Record<string, View>)[name] as View;
}

function makeViews(urlconfs: Urlconfs): Record<string, View> {
  const names = Object.values(urlconfs).flatMap(({ patterns }) =>
    (patterns ?? []).flatMap(([, , target]) => (typeof target === 'string' ? [target] : [])),
  );
  return Object.fromEntries(names.map((name) => [name, { [name]: () => null }[name] as View]));
}

function makeModule({ app_name, patterns }: UrlconfDescription, urlconfs: Urlconfs): object {
  return {
    ...(patterns && { urlpatterns: patterns.map((entry) => makeEntry(entry, urlconfs)) }),
    ...(app_name !== undefined && { appName: app_name }),
  };
}

function makeEntry([kind, route, target, options = {}]: Entry, urlconfs: Urlconfs): UrlEntry {
  const isRoute = kind === 'path';
  const pairs = (options.kwargs ?? []) as [string, Json][];
  const kwargs = Object.fromEntries(pairs.map(([name, value]) => [name, decode(value)]));
  const given = { kwargs, ...(options.name !== undefined && { name: options.name }) };
  if (typeof target === 'string') {
    return isRoute ? path(route, viewOf(target), given) : rePath(route, viewOf(target), given);
  }
  const included = includeOf(target, urlconfs);
  return isRoute ? path(route, included, given) : rePath(route, included, given);
}

function includeOf({ include: name, as, namespace }: Include, urlconfs: Urlconfs): Included {
  if (as === 'module') return include(dottedName(name), namespace ?? null);
  const { urlpatterns } = importModule(dottedName(name)) as UrlconfModule;
  if (as === 'list') return include(urlpatterns, namespace ?? null);
  return include([urlpatterns, urlconfs[name]?.app_name ?? 'app'], namespace ?? null);
}
