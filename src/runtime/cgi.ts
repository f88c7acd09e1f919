/**
 * Header values with parameters.
 *
 * @module
 */

/** The value before the first semicolon, and the parameters by lower-case name. @models cgi:parse_header */
export function parseHeader(line: string): [value: string, params: Record<string, string>] {
  const [key = '', ...rest] = line.match(/(?:"(?:\\.|[^"\\])*(?:"|$)|[^;"])+/g) ?? [];
  const params: Record<string, string> = {};
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    params[part.slice(0, equals).trim().toLowerCase()] = unquoted(part.slice(equals + 1).trim());
  }
  return [key.trim(), params];
}

function unquoted(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value.slice(1, -1).replaceAll('\\\\', '\\').replaceAll('\\"', '"');
}
