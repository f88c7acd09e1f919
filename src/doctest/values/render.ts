/**
 * The canonical rendering of a value: what a page shows, what `// => text…` is compared with, and
 * what `--fix` writes. The same in every JavaScript engine, so it does not lean on Node's own.
 *
 * @module
 */

const WIDTH = 76;
const DEPTH = 6;
const ITEMS = 100;

/** Renders a value. Literals come out as literals, instances as `Name { field: value }`. */
export function render(value: unknown): string {
  return lay(value, [], 0);
}

function lay(value: unknown, above: object[], indent: number): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return functionTitle(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (above.includes(value)) return '[circular]';
  if (above.length > DEPTH) return Array.isArray(value) ? '[…]' : '{…}';
  return layObject(value, [...above, value], indent);
}

function layObject(value: object, above: object[], indent: number): string {
  const item = (part: unknown) => lay(part, above, indent + 2);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return `Date ${quote(value.toISOString())}`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise';
  if (value instanceof Uint8Array)
    return block('Uint8Array', '[]', cut([...value], String), indent);
  if (Array.isArray(value)) return block(arrayTitle(value), '[]', cut(value, item), indent);
  if (value instanceof Map) {
    return block(
      `Map(${value.size})`,
      '{}',
      cut([...value], ([key, part]) => `${item(key)} => ${item(part)}`),
      indent,
    );
  }
  if (value instanceof Set) return block(`Set(${value.size})`, '{}', cut([...value], item), indent);
  const fields = cut(Object.entries(value), ([key, part]) => `${name(key)}: ${item(part)}`);
  return block(title(value), '{}', fields, indent);
}

function cut<Item>(items: readonly Item[], show: (item: Item) => string): string[] {
  const shown = items.slice(0, ITEMS).map(show);
  return items.length > ITEMS ? [...shown, `… ${items.length - ITEMS} more`] : shown;
}

function block(
  head: string,
  [open = '', close = '']: string,
  parts: string[],
  indent: number,
): string {
  const lead = head ? `${head} ` : '';
  if (parts.length === 0) return `${lead}${open}${close}`;
  const gap = open === '{' ? ' ' : '';
  const line = `${lead}${open}${gap}${parts.join(', ')}${gap}${close}`;
  if (line.length + indent <= WIDTH && !line.includes('\n')) return line;
  const margin = ' '.repeat(indent + 2);
  return `${lead}${open}\n${parts.map((part) => `${margin}${part},`).join('\n')}\n${' '.repeat(indent)}${close}`;
}

function title(value: object): string {
  const prototype: { constructor?: { name?: string } } | null = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return '';
  return prototype.constructor?.name ?? '';
}

function arrayTitle(value: unknown[]): string {
  const name = title(value);
  return name === 'Array' ? '' : name;
}

function functionTitle(value: { name: string }): string {
  const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function';
  return value.name ? `[${kind} ${value.name}]` : `[${kind}]`;
}

function name(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

const ESCAPES: Record<string, string> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  "'": "\\'",
};

/** A string as a single-quoted literal. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  // eslint-disable-next-line no-control-regex
  const body = text.replaceAll(/[\n\r\t\\']|[\u0000-\u001F\u007F-\u009F]/g, (character) => {
    if (character === "'" && mark === '"') return character;
    return ESCAPES[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `${mark}${body}${mark}`;
}
