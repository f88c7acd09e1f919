/**
 * Which hosts a site answers to.
 *
 * @module
 */

import { isSameDomain } from '../utils/http.ts';

const HOST = /^([a-z0-9.-]+|\[[a-f0-9]*:[a-f0-9.:]+\])(:\p{Nd}+)?\n?$/u;

/** Domain in lower case, and port; both empty where the host is not valid. @models django.http.request:split_domain_port */
export function splitDomainPort(host: string): readonly [domain: string, port: string] {
  const lower = host.toLowerCase();
  if (!HOST.test(lower)) return ['', ''];
  if (lower.endsWith(']')) return [lower, ''];
  const colon = lower.lastIndexOf(':');
  const domain = colon < 0 ? lower : lower.slice(0, colon);
  return [
    domain.endsWith('.') ? domain.slice(0, -1) : domain,
    colon < 0 ? '' : lower.slice(colon + 1),
  ];
}

/** Whether one of the patterns allows a host; `*` allows all. @models django.http.request:validate_host */
export function validateHost(host: string, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((pattern) => pattern === '*' || isSameDomain(host, pattern));
}
