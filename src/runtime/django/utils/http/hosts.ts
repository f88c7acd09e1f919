/**
 * Which host an address leads to.
 *
 * @module
 */

/** Whether a host is the one of a pattern, or below it where that begins with a dot. @models django.utils.http:is_same_domain */
export function isSameDomain(host: string, pattern: string): boolean {
  if (!pattern) return false;
  const wanted = pattern.toLowerCase();
  if (host === wanted) return true;
  return wanted.startsWith('.') && (host.endsWith(wanted) || host === wanted.slice(1));
}

/** A path whose first two slashes cannot be taken for the beginning of a host. @models django.utils.http:escape_leading_slashes */
export function escapeLeadingSlashes(url: string): string {
  return url.startsWith('//') ? `/%2F${url.slice(2)}` : url;
}
