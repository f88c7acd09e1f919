/**
 * Whether an address may be redirected to.
 *
 * @module
 */

import { strip } from '../../../text.ts';

const SCHEME = /^([a-zA-Z0-9+.-]+):/;

/** Whether an address stays on one of the hosts and speaks http; https alone where that is asked for. @models django.utils.http:is_safe_url */
export function isSafeUrl(
  url: string | null,
  allowedHosts: Iterable<string> | null,
  requireHttps = false,
): boolean {
  const target = strip(url ?? '');
  if (target === '') return false;
  const hosts = new Set(typeof allowedHosts === 'string' ? [allowedHosts] : (allowedHosts ?? []));
  const schemes = requireHttps ? ['https'] : ['http', 'https'];
  return [target, target.replaceAll('\\', '/')].every((each) => isSafe(each, hosts, schemes));
}

function isSafe(url: string, hosts: ReadonlySet<string>, schemes: readonly string[]): boolean {
  if (url.startsWith('///') || /^\p{C}/u.test(url)) return false;
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase() ?? '';
  const rest = scheme ? url.slice(scheme.length + 1) : url;
  const host = /^\/\/([^/?#]*)/.exec(rest)?.[1] ?? '';
  if (host.includes('[') !== host.includes(']')) return false;
  if (host === '') return scheme === '';
  return hosts.has(host) && schemes.includes(scheme || 'http');
}
