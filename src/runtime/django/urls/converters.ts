/**
 * What `<int:year>` in a route accepts and turns it into.
 *
 * @module
 */

import { KeyError, ValueError } from '../../builtins.ts';
import { PerProcess } from '../../process.ts';
import { str } from '../../repr.ts';

/** Reads a captured piece of a path, and writes one. */
export interface Converter {
  /** A regular expression as Python spells it. */
  readonly regex: string;
  /** @throws {ValueError} for "this does not match after all". */
  toPython(text: string): unknown;
  toUrl(value: unknown): string;
}

/** Digits as a number; as a bigint beyond 2^53, where numbers have gaps. @models django.urls.converters:IntConverter */
export class IntConverter implements Converter {
  readonly regex = '[0-9]+';

  /** The number that the digits write. @models django.urls.converters:IntConverter.to_python */
  toPython(text: string): number | bigint {
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : BigInt(text);
  }

  /** The digits of a number. @models django.urls.converters:IntConverter.to_url */
  toUrl(value: unknown): string {
    return str(value);
  }
}

/** Anything but a slash. @models django.urls.converters:StringConverter */
export class StringConverter implements Converter {
  readonly regex: string = '[^/]+';

  /** The text as it stands. @models django.urls.converters:StringConverter.to_python */
  toPython(text: string): string {
    return text;
  }

  /** The text as it stands. @models django.urls.converters:StringConverter.to_url */
  toUrl(value: unknown): string {
    return str(value);
  }
}

/** A UUID: its text and nothing more. @models uuid:UUID */
export class UUID {
  readonly #text: string;

  /** @throws {ValueError} */
  constructor(text: string) {
    const hex = text.replaceAll('-', '').toLowerCase();
    if (!/^[0-9a-f]{32}$/.test(hex)) {
      throw new ValueError('badly formed hexadecimal UUID string');
    }
    this.#text = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** With hyphens, in lower case. @models uuid:UUID.__str__ */
  toString(): string {
    return this.#text;
  }

  /** As Python shows it. @models uuid:UUID.__repr__ */
  __repr__(): string {
    return `UUID('${this.#text}')`;
  }
}

/** A UUID in lower case. @models django.urls.converters:UUIDConverter */
export class UUIDConverter implements Converter {
  readonly regex = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

  /** The UUID that the text writes. @models django.urls.converters:UUIDConverter.to_python */
  toPython(text: string): UUID {
    return new UUID(text);
  }

  /** The text of a UUID. @models django.urls.converters:UUIDConverter.to_url */
  toUrl(value: unknown): string {
    return str(value);
  }
}

/** ASCII letters, digits, hyphens and underscores. @models django.urls.converters:SlugConverter */
export class SlugConverter extends StringConverter {
  override readonly regex = '[-a-zA-Z0-9_]+';
}

/** Anything, slashes too. @models django.urls.converters:PathConverter */
export class PathConverter extends StringConverter {
  override readonly regex = '.+';
}

const DEFAULT_CONVERTERS: readonly [string, Converter][] = [
  ['int', new IntConverter()],
  ['path', new PathConverter()],
  ['slug', new SlugConverter()],
  ['str', new StringConverter()],
  ['uuid', new UUIDConverter()],
];

const converters = new PerProcess(() => new Map(DEFAULT_CONVERTERS));

/** Makes a converter known under a name. @models django.urls.converters:register_converter */
export function registerConverter(converter: new () => Converter, typeName: string): void {
  converters.value.set(typeName, new converter());
}

/** The converter of a name. @throws {KeyError} @models django.urls.converters:get_converter */
export function getConverter(typeName: string): Converter {
  const converter = converters.value.get(typeName);
  if (!converter) throw new KeyError(typeName);
  return converter;
}
