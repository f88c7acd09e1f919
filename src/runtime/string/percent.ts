/**
 * The `%` operator of Python's text.
 *
 * @module
 */

import { KeyError, ValueError } from '../builtins.ts';
import { isPlainObject } from '../objects.ts';
import { repr, str, typeName } from '../repr.ts';

import { pad } from './pad.ts';

/** What is put in: values by name, or in order. */
export type PercentValues = Readonly<Record<string, unknown>> | readonly unknown[];

interface Place {
  key: string | undefined;
  flags: string;
  width: number;
  precision: number | null;
  conversion: string;
}

const PLACE =
  /%(?:\((?<key>[^)]*)\))?(?<flags>[-+ #0]*)(?<width>\d*)(?:\.(?<precision>\d*))?[hlL]?(?<conversion>[^]?)/gu;

/**
 * Puts values where a text has `%(name)s`, `%s`, `%d` and the like.
 * @throws {KeyError} for a name that is not there. @throws {ValueError} for a place that says
 * nothing; a `TypeError` for too few values, too many, or one of the wrong type.
 * @models builtins:str.__mod__
 */
export function percent(template: string, values: PercentValues): string {
  const given = new Values(values);
  const text = template.replaceAll(PLACE, (whole, ...rest) => {
    const at = rest.at(-3) as number;
    const place = readPlace(rest.at(-1) as Record<string, string | undefined>);
    if (place.conversion === '%') return '%';
    if (place.conversion === '') throw new ValueError('incomplete format');
    return convert(place, given.take(place.key), at + whole.length - 1);
  });
  given.assertTaken();
  return text;
}

class Values {
  readonly #named: Readonly<Record<string, unknown>> | null;
  readonly #rest: unknown[];

  constructor(values: PercentValues) {
    const named = isPlainObject(values);
    this.#named = named ? values : null;
    this.#rest = named ? [values] : [...(values as readonly unknown[])];
  }

  take(key: string | undefined): unknown {
    if (key === undefined) {
      if (this.#rest.length === 0) throw new TypeError('not enough arguments for format string');
      return this.#rest.shift();
    }
    if (!this.#named) throw new TypeError('format requires a mapping');
    if (!(key in this.#named)) throw new KeyError(key);
    this.#rest.length = 0;
    return this.#named[key];
  }

  assertTaken(): void {
    if (this.#named || this.#rest.length === 0) return;
    throw new TypeError('not all arguments converted during string formatting');
  }
}

function readPlace(groups: Record<string, string | undefined>): Place {
  const { key, flags = '', width = '', precision, conversion = '' } = groups;
  return {
    key,
    flags,
    width: Number(width),
    precision: precision === undefined ? null : Number(precision),
    conversion,
  };
}

function convert(place: Place, value: unknown, index: number): string {
  const { conversion, flags, width, precision } = place;
  const left = flags.includes('-');
  if ('sra'.includes(conversion)) {
    const text = conversion === 's' ? str(value) : repr(value);
    return pad(precision === null ? text : text.slice(0, precision), width, left ? '<' : '>');
  }
  const digits = convertNumber(conversion, value, precision ?? 6);
  if (digits === null) {
    const code = (conversion.codePointAt(0) ?? 0).toString(16);
    throw new ValueError(
      `unsupported format character '${conversion}' (0x${code}) at index ${index}`,
    );
  }
  const sign = digits.startsWith('-') ? '' : (/[+ ]/.exec(flags)?.[0] ?? '');
  if (left) return pad(sign + digits, width, '<');
  return flags.includes('0') ? pad(sign + digits, width, '=', '0') : pad(sign + digits, width, '>');
}

function convertNumber(conversion: string, value: unknown, precision: number): string | null {
  if ('diu'.includes(conversion)) return wholeNumber(conversion, value).toString();
  if (conversion === 'x') return wholeNumber(conversion, value).toString(16);
  if (conversion === 'X') return wholeNumber(conversion, value).toString(16).toUpperCase();
  if (conversion === 'o') return wholeNumber(conversion, value).toString(8);
  if (conversion !== 'f' && conversion !== 'F') return null;
  if (typeof value !== 'number') {
    throw new TypeError(`must be real number, not ${typeName(value)}`);
  }
  return value.toFixed(precision);
}

function wholeNumber(conversion: string, value: unknown): number | bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  const takesAny = 'diu'.includes(conversion);
  if (typeof value === 'number' && (takesAny || Number.isInteger(value))) return Math.trunc(value);
  const needed = takesAny ? 'a real number' : 'an integer';
  throw new TypeError(`%${conversion} format: ${needed} is required, not ${typeName(value)}`);
}
