/**
 * Headers that nobody can smuggle another one into, and addresses in ASCII.
 *
 * @module
 */

import { ValueError } from '../../../builtins.ts';
import { foldAscii, foldUnicode } from '../../../email/folding.ts';
import { repr } from '../../../repr.ts';

/** A header of a message that holds a newline. @models django.core.mail.message:BadHeaderError */
export class BadHeaderError extends ValueError {
  override name = 'BadHeaderError';
}

/** Headers that hold addresses. @models django.core.mail.message:ADDRESS_HEADERS */
export const ADDRESS_HEADERS: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-sender',
  'resent-to',
  'resent-cc',
  'resent-bcc',
]);

const NAMED = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*<([^>]*)>\s*$/s;
const LIST = /(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<])+/g;

/** The value of a header in ASCII. @throws {BadHeaderError} @models django.core.mail.message:forbid_multi_line_headers */
export function forbidMultiLineHeaders(name: string, value: string): string {
  if (/[\r\n]/.test(value)) {
    throw new BadHeaderError(
      `Header values can't contain newlines (got ${repr(value)} for header ${repr(name)})`,
    );
  }
  if (isAscii(value)) return name.toLowerCase() === 'subject' ? foldAscii(value) : value;
  if (!ADDRESS_HEADERS.has(name.toLowerCase())) return foldUnicode(value);
  return (value.match(LIST) ?? []).map((address) => sanitizeAddress(address)).join(', ');
}

/** An address, perhaps with a name, in ASCII. @throws {ValueError} for one with a newline. @models django.core.mail.message:sanitize_address */
export function sanitizeAddress(address: string): string {
  const [, quoted, plain = '', bracketed] = NAMED.exec(address) ?? [];
  const name = quoted?.replaceAll(/\\(.)/gs, '$1') ?? plain;
  const spec = (bracketed ?? address).trim();
  if (/[\r\n]/.test(name + spec)) {
    throw new ValueError('Invalid address; address parts cannot contain newlines.');
  }
  const encoded = isAscii(name) ? foldAscii(name) : foldUnicode(name);
  return formatAddress(encoded, encodeSpec(spec));
}

/** @models django.core.mail.message:split_addr */
function encodeSpec(spec: string): string {
  const at = spec.indexOf('@');
  if (at < 0) return foldUnicode(spec);
  const [local, domain] = [spec.slice(0, at), spec.slice(at + 1)];
  const ascii = isAscii(domain) ? domain : new URL(`http://${domain}`).hostname;
  return `${isAscii(local) ? local : foldUnicode(local)}@${ascii}`;
}

/** @models email.utils:formataddr */
function formatAddress(name: string, spec: string): string {
  if (name === '') return spec;
  const quote = /[[\]\\()<>@,:;".]/.test(name) ? '"' : '';
  return `${quote}${name.replaceAll(/[\\"]/g, '\\$&')}${quote} <${spec}>`;
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
