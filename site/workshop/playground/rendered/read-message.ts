/**
 * Messages out of the frame, checked.
 *
 * @module
 */

import type { FromRendered } from './messages.ts';

/** A message of the frame; undefined for anything else. */
export function readFormMessage(data: unknown): FromRendered | undefined {
  const told = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const { type, title, height, address, method, action, encoding, fields } = told;
  if (type === 'drawn') return { type, title: wordOf(title), height: Number(height) || 0 };
  if (type === 'follow') return { type, address: wordOf(address) };
  if (type !== 'submit' || !Array.isArray(fields)) return undefined;
  return {
    type,
    method: wordOf(method),
    action: wordOf(action),
    encoding: wordOf(encoding),
    fields: fields.map((field): [string, string | File] => {
      const [name, value] = Array.isArray(field) ? (field as unknown[]) : [];
      return [wordOf(name), value instanceof File ? value : wordOf(value)];
    }),
  };
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
