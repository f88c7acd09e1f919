/**
 * `str.format` of Python's text, with fields by name.
 *
 * @module
 */

import { KeyError, ValueError } from '../builtins.ts';
import { missingAttribute } from '../objects.ts';
import { repr, str, typeName } from '../repr.ts';

import { type Alignment, pad } from './pad.ts';

/** One piece of a format: text, or a field. */
export type FormatPiece = string | FormatField;

/** A field, such as `{name!r:>10}`. */
export interface FormatField {
  /** The name, and the attributes to follow from it. */
  path: [name: string, ...attributes: string[]];
  conversion: string;
  spec: string;
}

const PIECE = /\{\{|\}\}|\{(?<field>[^{}]*)(?<close>\}?)|\}|[^{}]+/g;
const FIELD = /^(?<path>[^!:]*)(?:!(?<conversion>[^:]*))?(?::(?<spec>.*))?$/s;
const SPEC =
  /^(?:(?<fill>.)?(?<align>[<>^=]))?(?<sign>[-+ ]?)#?(?<zero>0?)(?<width>\d*)(?:\.(?<precision>\d+))?(?<type>[a-zA-Z%]?)$/su;

/** The pieces of a format. @throws {ValueError} for a brace alone. @models string:Formatter.parse */
export function parseFormat(format: string): FormatPiece[] {
  return Array.from(format.matchAll(PIECE), ({ 0: token, groups = {} }) => {
    if (token === '{{' || token === '}}') return token.charAt(0);
    if (token === '}') throw new ValueError("Single '}' encountered in format string");
    if (groups['field'] === undefined) return token;
    if (token === '{') throw new ValueError("Single '{' encountered in format string");
    if (groups['close'] !== '}') throw new ValueError("expected '}' before end of string");
    return readField(groups['field']);
  });
}

/** Puts values where a text has `{name}`. @throws {KeyError} for a name that is not there. @throws {ValueError} @models builtins:str.format */
export function format(template: string, values: Readonly<Record<string, unknown>>): string {
  return parseFormat(template)
    .map((piece) => (typeof piece === 'string' ? piece : formatField(piece, values)))
    .join('');
}

function readField(text: string): FormatField {
  const { path = '', conversion = '', spec = '' } = FIELD.exec(text)?.groups ?? {};
  const [name = '', ...attributes] = path.split('.');
  return { path: [name, ...attributes], conversion, spec };
}

function formatField(field: FormatField, values: Readonly<Record<string, unknown>>): string {
  const [name, ...attributes] = field.path;
  if (!(name in values)) throw new KeyError(name);
  let value = values[name];
  for (const attribute of attributes) value = attributeOf(value, attribute);
  if (field.conversion === 'r' || field.conversion === 'a') value = repr(value);
  if (field.conversion === 's') value = str(value);
  return formatValue(value, field.spec);
}

function attributeOf(value: unknown, attribute: string): unknown {
  if (typeof value === 'object' && value !== null && attribute in value) {
    return (value as Record<string, unknown>)[attribute];
  }
  throw missingAttribute(value, attribute);
}

/** A value as a field's specification wants it, such as `>10` or `.2f`. @throws {ValueError} @models builtins:format */
export function formatValue(value: unknown, spec: string): string {
  if (spec === '') return str(value);
  const groups = SPEC.exec(spec)?.groups;
  if (!groups) {
    throw new ValueError(
      `Invalid format specifier '${spec}' for object of type '${typeName(value)}'`,
    );
  }
  const { fill, align, sign = '', zero, width = '', precision, type = '' } = groups;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber && type !== '' && type !== 's') throw unknownCode(type, value);
  const text = isNumber
    ? formatNumber(value, sign, precision, type)
    : str(value).slice(0, precision === undefined ? undefined : Number(precision));
  const usual: Alignment = isNumber ? (zero ? '=' : '>') : '<';
  return pad(text, Number(width), (align as Alignment | undefined) ?? usual, fill ?? (zero || ' '));
}

function formatNumber(
  value: number | bigint,
  sign: string,
  precision: string | undefined,
  type: string,
): string {
  const digits = numberDigits(value, precision, type);
  return digits.startsWith('-') || sign === '-' ? digits : sign + digits;
}

function numberDigits(value: number | bigint, precision: string | undefined, type: string): string {
  if (type === 'x' || type === 'X') {
    const hex = value.toString(16);
    return type === 'x' ? hex : hex.toUpperCase();
  }
  if (type === 'f' || type === 'F') return Number(value).toFixed(Number(precision ?? 6));
  if (type === '' || type === 'd') {
    return precision === undefined ? String(value) : Number(value).toPrecision(Number(precision));
  }
  throw unknownCode(type, value);
}

function unknownCode(type: string, value: unknown): ValueError {
  return new ValueError(`Unknown format code '${type}' for object of type '${typeName(value)}'`);
}
